package org.puente.gateway.diplomacy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What someone owes by an agreement, and how it is rated. */
@Schema(name = "CommitmentBrief", description = "What someone owes by an agreement, and how it is rated")
public record Commitment(
        String slug,
        @Schema(nullable = true) String reference,
        String title,
        @Schema(nullable = true) Ref agreement,
        List<Agreement.Party> owners,
        @Schema(nullable = true) LocalDate due,
        @Schema(nullable = true) Indicator indicator,

        @Schema(description = "The latest rating, or not-assessed", examples = "in-the-works")
        String status) {

    /** A number by which anyone can see whether it is kept. */
    @Schema(name = "CommitmentIndicator", description = "A number by which anyone can see whether it is kept")
    public record Indicator(
            @Schema(examples = "encounters") String dataset,
            @Schema(nullable = true) String measure,

            @Schema(description = "Codes of the slice, by dimension")
            Map<String, List<String>> filters,

            @Schema(nullable = true, examples = "year-on-year")
            String transform,

            @Schema(description = "below, at-most, at-least or above", examples = "below")
            String comparator,

            BigDecimal threshold,
            @Schema(nullable = true) LocalDate from,
            @Schema(nullable = true) LocalDate deadline,
            @Schema(nullable = true) String note) {}

    /** One page of commitments. */
    public record Commitments(List<Commitment> items, long total, String next) implements Items<Commitment> {}
}
