package org.puente.statistics.overview;

import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.puente.statistics.series.Source;

/** A month at a glance. Percentages and values per day are rounded to six decimals. */
@Schema(description = "A month at a glance")
public record Summary(
        @Schema(required = true, examples = "encounters") String dataset,
        @Schema(required = true, examples = "encounters") String measure,
        @Schema(required = true, examples = "encounters") String unit,
        @Schema(required = true, examples = "2023-11") String month,

        @Schema(
                required = true,
                enumeration = {"final", "provisional", "missing"})
        String status,

        @Schema(required = true, nullable = true, examples = "242399")
        BigDecimal value,

        @Schema(required = true, nullable = true, description = "The value by the days of the month")
        BigDecimal perDay,

        @Schema(required = true, description = "Against the month before")
        Comparison monthBefore,

        @Schema(required = true, description = "Against the same month a year before")
        Comparison yearBefore,

        @Schema(required = true, description = "The fiscal year so far, against as many months of the one before")
        ToDate fiscalYearToDate,

        @Schema(required = true, description = "Among the same months of all years covered")
        Rank rank,

        @Schema(
                required = true,
                nullable = true,
                description = "The largest groups; null where no release tells them apart")
        Top top,

        @Schema(required = true) List<Source> releases,
        @Schema(required = true) List<String> notes,
        @Schema(required = true) String citation,

        @Schema(required = true, description = "This summary, pinned to its releases: it never changes")
        String permalink) {

    /** Another period and how the figure changed since; null where something is missing or would be divided by zero. */
    @Schema(description = "Another period, and the change since")
    public record Comparison(
            @Schema(required = true) String period,
            @Schema(required = true, nullable = true) BigDecimal value,
            @Schema(required = true, nullable = true) BigDecimal change,
            @Schema(required = true, nullable = true) BigDecimal percentChange) {}

    /** The fiscal year from its October to this month. */
    @Schema(description = "The fiscal year so far")
    public record ToDate(
            @Schema(required = true, examples = "FY2024") String fiscalYear,
            @Schema(required = true) String from,
            @Schema(required = true) String to,
            @Schema(required = true, nullable = true) BigDecimal value,

            @Schema(required = true, description = "Against the same months of the fiscal year before")
            Comparison yearBefore) {}

    /** Where the month stands among the same months, 1 being the highest; null where it is missing. */
    @Schema(description = "Where the month stands, 1 being the highest")
    public record Rank(
            @Schema(required = true, nullable = true) Integer rank,
            @Schema(required = true) int of,
            @Schema(required = true) List<Value> values) {}

    /** One month's figure. */
    @Schema(name = "MonthValue", description = "The figure of a month")
    public record Value(
            @Schema(required = true) String period,
            @Schema(required = true) BigDecimal value) {}

    /** The largest groups of the month. */
    @Schema(description = "The largest groups of the month")
    public record Top(
            @Schema(required = true, examples = "citizenship")
            String dimension,

            @Schema(required = true) List<Share> groups) {}

    /** A group and its part of the month. */
    @Schema(description = "A group and its part of the month")
    public record Share(
            @Schema(required = true, examples = "MEX") String code,
            @Schema(required = true, examples = "Mexico") String label,
            @Schema(required = true) BigDecimal value,

            @Schema(required = true, nullable = true, description = "Percent of the month")
            BigDecimal share) {}
}
