package org.puente.statistics.overview;

import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.puente.statistics.series.Source;

/** What a filter leaves of a dataset. */
@Schema(description = "What a filter leaves of a dataset")
public record Availability(
        @Schema(required = true, examples = "encounters") String dataset,
        @Schema(required = true, examples = "encounters") String measure,
        @Schema(required = true, examples = "encounters") String unit,
        @Schema(required = true) Months months,
        @Schema(required = true) List<Left> dimensions,
        @Schema(required = true) List<Source> releases) {

    /** The months for which the filter can be answered. */
    @Schema(name = "CoveredMonths", description = "The months for which the filter can be answered")
    public record Months(
            @Schema(required = true, examples = "2019-10") String first,
            @Schema(required = true, examples = "2024-09") String last,
            @Schema(required = true) int count,

            @Schema(required = true, description = "Months in between that no release covers")
            List<String> missing) {}

    /** A dimension and the codes that still have a figure above zero. */
    @Schema(description = "A dimension and the codes that still have a figure above zero")
    public record Left(
            @Schema(required = true, examples = "citizenship")
            String code,

            @Schema(required = true, description = "Whether a release tells figures apart by it under this filter")
            boolean resolved,

            @Schema(required = true) List<LeftCode> codes) {}

    /** A code with what it adds up to over the covered months, and in how many of them it occurs. */
    @Schema(description = "A code, its sum over the covered months, and in how many of them it occurs")
    public record LeftCode(
            @Schema(required = true, examples = "CUB") String code,
            @Schema(required = true, examples = "Cuba") String label,
            @Schema(required = true) BigDecimal value,
            @Schema(required = true) int months) {}
}
