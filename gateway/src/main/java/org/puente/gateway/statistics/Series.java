package org.puente.gateway.statistics;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One or more series, with what they are made of. */
@Schema(description = "One or more series, with the releases that they are made of")
public record Series(
        @Schema(examples = "encounters") String unit,
        List<Line> series,
        List<Release> releases,
        List<String> notes,
        String citation,

        @Schema(description = "The same figures for ever", examples = "/v1/encounters/series?release=3")
        String permalink) {

    /** The series of one group. */
    @Schema(name = "SeriesLine", description = "The series of one group")
    public record Line(
            @Schema(description = "The code of each dimension grouped by", examples = "{\"component\":\"usbp\"}")
            Map<String, String> key,

            @Schema(examples = "U.S. Border Patrol") String label,
            List<Point> points) {

        /** The newest period with a value. */
        public Optional<Point> latest() {
            for (int i = points.size() - 1; i >= 0; i--) {
                if (points.get(i).value() != null) {
                    return Optional.of(points.get(i));
                }
            }
            return Optional.empty();
        }
    }

    /** The value of one period. */
    @Schema(name = "SeriesPoint", description = "The value of one period")
    public record Point(
            @Schema(examples = "2023-11") String period,

            @Schema(description = "Null where no release covers the period", nullable = true, examples = "242418")
            BigDecimal value,

            @Schema(description = "final, provisional, partial or missing", examples = "final")
            String status) {}

    /** The only series of a query that doesn't group; empty where nothing matched. */
    public Optional<Line> only() {
        return series.stream().findFirst();
    }
}
