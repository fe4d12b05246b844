package org.puente.statistics.figure.scope;

import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The slices that reproduce a number. */
@Schema(
        name = "Scopes",
        requiredProperties = {"value", "unit", "period", "asOf", "items"},
        description = "The slices of the data that reproduce a number, the nearest and simplest first")
record ScopeAnswer(
        @Schema(examples = "3201144") BigDecimal value,
        @Schema(examples = "encounters") String unit,

        @Schema(description = "Where spans were sought; null: everywhere", nullable = true, examples = "FY2023")
        String period,

        @Schema(description = "The day up to which publications count; null for all of them", nullable = true)
        String asOf,

        List<ScopeMatch> items) {}
