package org.puente.statistics.revision;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One page of the cells that a release gives otherwise than an earlier one. */
@Schema(description = "The cells that a release gives otherwise than another one")
record Changes(
        @Schema(required = true) List<Item> items,

        @Schema(description = "How many cells differ in all", required = true)
        long total,

        @Schema(description = "The cursor of the next page, null on the last", nullable = true)
        String next,

        @Schema(description = "The release asked for", required = true)
        String release,

        @Schema(description = "The release it is compared with", required = true)
        String since,

        @Schema(description = "What both resolve; everything else is summed over", required = true)
        List<String> dimensions,

        @Schema(description = "How many months both cover; cells of other months aren't compared", required = true)
        int monthsCompared,

        @Schema(description = "Months that only the release covers", required = true)
        List<String> newMonths,

        @Schema(description = "Months that only the other one covers", required = true)
        List<String> vanishedMonths) {

    /** What happened to a cell. */
    enum Change {
        @JsonProperty("revised")
        REVISED,
        @JsonProperty("new")
        NEW,
        @JsonProperty("vanished")
        VANISHED
    }

    /** One cell. */
    @Schema(name = "ChangedCell")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Item(
            @Schema(examples = "2023-11", required = true) String month,

            @Schema(
                    description = "Its codes, by dimension",
                    examples = "{\"region\":\"southwest\",\"component\":\"ofo\"}",
                    required = true)
            Map<String, String> key,

            @Schema(required = true) Change change,

            @Schema(
                    description = "Values in the other release, by measure; absent where it has no such cell",
                    examples = "{\"encounters\":242418}")
            Map<String, BigDecimal> before,

            @Schema(
                    description = "Values in this release, by measure; absent where it has no such cell",
                    examples = "{\"encounters\":242399}")
            Map<String, BigDecimal> after) {}
}
