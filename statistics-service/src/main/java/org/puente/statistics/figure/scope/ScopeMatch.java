package org.puente.statistics.figure.scope;

import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.puente.kit.forwarded.PublicPath;

/** A slice and span that reproduce a number. */
@Schema(
        name = "ScopeMatch",
        requiredProperties = {
            "description",
            "filters",
            "from",
            "to",
            "reading",
            "shareOf",
            "value",
            "difference",
            "closeness",
            "complexity",
            "permalink"
        },
        description = "A slice of the data and a span of months that reproduce the number")
public record ScopeMatch(
        @Schema(description = "In words", examples = "All encounters, fiscal year 2023: total")
        String description,

        @Schema(description = "Filters of the series; none is the whole of the data", examples = "{}")
        Map<String, String> filters,

        @Schema(implementation = String.class, examples = "2022-10")
        YearMonth from,

        @Schema(implementation = String.class, examples = "2023-09")
        YearMonth to,

        @Schema(
                description = "What is made of the sums: total, per-day, share, change or change-on-year",
                examples = "total")
        String reading,

        @Schema(description = "For a share: the filters of the whole", nullable = true)
        Map<String, String> shareOf,

        @Schema(examples = "3201144") BigDecimal value,

        @Schema(description = "Value minus the number sought", examples = "0")
        BigDecimal difference,

        @Schema(
                description =
                        "exact: equal as written; thousandth: within 0.1 %; rounded: equal to the last digit that isn't zero; hundredth: within 1 %",
                implementation = String.class,
                examples = "exact")
        Closeness closeness,

        @Schema(
                description = "How much has to be said to name it: 0 is the whole of the data over the whole period",
                examples = "0")
        int complexity,

        @Schema(description = "The months that it was computed from, pinned to their releases")
        @JsonSerialize(using = PublicPath.class)
        String permalink) {}
