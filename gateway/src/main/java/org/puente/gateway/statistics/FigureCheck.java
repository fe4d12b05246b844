package org.puente.gateway.statistics;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a check of a figure concludes. */
@Schema(name = "FigureVerdict", description = "What a check of a figure concludes")
public record FigureCheck(
        @Schema(nullable = true, description = "Null where it can't be checked", examples = "matches-then")
        String verdict,

        @Schema(nullable = true) Value then,
        @Schema(nullable = true) Value now,
        String why) {

    /** One of several checks; {@code refused} says why there is none. */
    public record Outcome(String figure, FigureCheck check, String refused) {

        FigureCheck checkOrWhyNot() {
            return check == null ? new FigureCheck(null, null, null, refused) : check;
        }
    }

    /** Several checks. */
    public record Checks(List<Outcome> items) {

        /** By the slug of its figure; one that is refused has the words of the refusal and no verdict. */
        public Map<String, FigureCheck> byFigure() {
            return items.stream().collect(Collectors.toMap(Outcome::figure, Outcome::checkOrWhyNot));
        }
    }

    /** A value of the official data. */
    @Schema(name = "FigureValue", description = "The value of the official data on a day")
    public record Value(@Schema(nullable = true) BigDecimal value, String permalink) {}
}
