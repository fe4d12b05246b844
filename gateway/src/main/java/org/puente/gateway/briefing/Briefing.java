package org.puente.gateway.briefing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.puente.gateway.diplomacy.Agreement;
import org.puente.gateway.diplomacy.Engagement;
import org.puente.gateway.statistics.Release;
import org.puente.gateway.upstream.Missing;

/**
 * The state of things on a day.
 *
 * @param encounters  null where statistics is missing
 * @param agreements  null where diplomacy is missing
 * @param engagements null where diplomacy is missing
 */
@Schema(description = "The state of things on a day")
record Briefing(
        @Schema(examples = "2023-12-27") LocalDate on,

        @Schema(
                description =
                        "The newest month known on that day at the southwest border; null where there was none, or it is missing")
        LatestMonth encounters,

        @Schema(description = "The agreements in force on that day; null where they are missing")
        List<Agreement> agreements,

        @Schema(description = "Calls, briefings and meetings of the 30 days before and after; null where missing")
        List<Engagement> engagements,

        @Schema(description = "What should be here and isn't; empty in a whole answer")
        @JsonInclude(JsonInclude.Include.ALWAYS)
        List<Missing> missing) {

    /** The newest month that was published by the day. */
    @Schema(description = "The newest month that was published by the day")
    record LatestMonth(
            @Schema(examples = "2023-11") String period,
            @Schema(examples = "242418") BigDecimal value,
            @Schema(examples = "encounters") String unit,
            @Schema(examples = "provisional") String status,

            @Schema(description = "The official files it stands in")
            List<Release> releases,

            String citation,

            @Schema(description = "The same figure for ever")
            String permalink) {}
}
