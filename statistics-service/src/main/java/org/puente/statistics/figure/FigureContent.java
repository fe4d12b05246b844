package org.puente.statistics.figure;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.puente.kit.problem.Refusal;
import org.puente.kit.problem.Violation;
import org.puente.statistics.figure.check.Claim;

/**
 * What a version of a figure says.
 *
 * @param statement the figure in a sentence, in the words of the ledger
 */
@Schema(name = "FigureContent", description = "What a figure says, who said it and where that was reported")
record FigureContent(
        @Schema(
                description = "The figure in a sentence",
                required = true,
                examples = "CBP put encounters at the southwest border in November 2023 at 242,418.")
        @NotBlank
        @Size(max = 500)
        String statement,

        @Schema(required = true) @NotNull Claim claim,

        @Schema(description = "Who said it; null where the source names nobody", nullable = true, examples = "CBP")
        @Size(max = 200)
        String speaker,

        @Schema(required = true) @NotNull @Valid FigureSource source,

        @Schema(nullable = true, examples = "First published on 2023-12-22.") @Size(max = 2000)
        String note) {

    /** @throws Refusal as unprocessable with everything in the claim that breaks a rule */
    void validate() {
        if (claim.saidOn() == null) {
            throw new Refusal(
                    Refusal.Kind.UNPROCESSABLE,
                    "saidOn: is missing; the ledger keeps what was said on a day",
                    List.of(new Violation("saidOn", "is missing; the ledger keeps what was said on a day")));
        }
        claim.validate();
    }
}
