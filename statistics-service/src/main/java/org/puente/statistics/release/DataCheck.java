package org.puente.statistics.release;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What one check of a file found when it was imported. A difference is shown, it doesn't keep the file out.
 *
 * @param against  the release that the file was compared with, null where the check needs none
 * @param count    how many differences there are, of which {@code findings} holds the first
 */
@Schema(description = "What one check of the file found when it was imported")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DataCheck(
        @Schema(
                description = "natural-keys, month-gaps, new-codes, vanished-months, totals-against-earlier,"
                        + " area-against-state",
                examples = "totals-against-earlier")
        String check,

        Outcome outcome,

        @Schema(
                description = "The result in a sentence",
                examples = "60 months compared with the newest earlier release of each; all agree")
        String detail,

        @Schema(
                description = "Id of the release that the file was compared with; absent where there is none",
                examples = "encounters-by-state-2024-10-0c9be01f")
        String against,

        @Schema(description = "How many differences there are", examples = "0")
        long count,

        @Schema(description = "The first " + MOST_FINDINGS + " of them")
        List<Finding> findings) {

    public static final int MOST_FINDINGS = 100;

    /** How a check ended. */
    public enum Outcome {
        @JsonProperty("passed")
        PASSED,
        @JsonProperty("differs")
        DIFFERS,
        @JsonProperty("not-applicable")
        NOT_APPLICABLE
    }

    /**
     * One difference.
     *
     * @param key   the cell or code, by dimension
     * @param value in this file, absent where it has none
     * @param other in what it was compared with
     */
    @Schema(description = "One difference")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Finding(
            @Schema(examples = "2023-11") String month,

            @Schema(description = "The cell or code, by dimension", examples = "{\"region\":\"southwest\"}")
            Map<String, String> key,

            @Schema(examples = "encounters") String measure,

            @Schema(description = "In this file", examples = "242399")
            BigDecimal value,

            @Schema(description = "In what it was compared with", examples = "242418")
            BigDecimal other) {

        /** A month that is there or not. */
        public static Finding of(String month) {
            return new Finding(month, null, null, null, null);
        }
    }

    /** Nothing to compare with, or nothing to find out. */
    public static DataCheck notApplicable(String check, String detail) {
        return new DataCheck(check, Outcome.NOT_APPLICABLE, detail, null, 0, List.of());
    }

    /** Passed where there are no differences. */
    public static DataCheck of(String check, String detail, String against, long count, List<Finding> findings) {
        return new DataCheck(
                check, count == 0 ? Outcome.PASSED : Outcome.DIFFERS, detail, against, count, List.copyOf(findings));
    }
}
