package org.puente.gateway.statistics;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A figure as somebody said it. */
@Schema(name = "ReportedFigure", description = "A figure as somebody said it")
public record Figure(
        String slug,
        @Schema(examples = "R06") String reference,
        String statement,
        @Schema(nullable = true) String speaker,
        Claim claim,

        @Schema(description = "What a check concludes now", nullable = true, examples = "matches-then")
        String verdict) {

    /** What exactly was said. */
    @Schema(name = "ReportedClaim", description = "What exactly was said")
    public record Claim(
            @Schema(examples = "encounters") String metric,

            @Schema(description = "Codes of the slice, by dimension", examples = "{\"region\":\"southwest\"}")
            Map<String, String> filters,

            @Schema(nullable = true) BigDecimal value,
            @Schema(examples = "encounters") String unit,
            @Schema(nullable = true) LocalDate saidOn) {}

    /** One page of figures. */
    public record Figures(List<Figure> items, long total, String next) {}
}
