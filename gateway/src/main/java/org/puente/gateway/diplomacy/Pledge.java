package org.puente.gateway.diplomacy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A sum of money on one rung of the ladder from ask to disbursement. */
@Schema(name = "PledgeBrief", description = "A sum of money on one rung of the ladder from ask to disbursement")
public record Pledge(
        String slug,
        String title,
        @Schema(examples = "pledge") String rung,
        @Schema(nullable = true) Agreement.Party payer,

        @Schema(description = "An exact decimal", examples = "3400000000")
        BigDecimal amount,

        @Schema(examples = "USD") String currency,
        LocalDate date,
        @Schema(nullable = true) Ref agreement) {

    /** One page of sums. */
    public record Pledges(List<Pledge> items, long total, String next) implements Items<Pledge> {}
}
