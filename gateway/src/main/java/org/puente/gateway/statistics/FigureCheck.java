package org.puente.gateway.statistics;

import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a check of a figure concludes. */
@Schema(name = "FigureVerdict", description = "What a check of a figure concludes")
public record FigureCheck(
        @Schema(examples = "matches-then") String verdict,
        @Schema(nullable = true) Value then,
        @Schema(nullable = true) Value now,
        String why) {

    /** A value of the official data. */
    @Schema(name = "FigureValue", description = "The value of the official data on a day")
    public record Value(@Schema(nullable = true) BigDecimal value, String permalink) {}
}
