package org.puente.gateway.port;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.puente.gateway.diplomacy.Port;
import org.puente.gateway.statistics.Release;
import org.puente.gateway.statistics.Series;
import org.puente.gateway.upstream.Missing;

/** A port of entry with its measures and the series of its area around them. */
@Schema(description = "A port of entry with its measures and the series of its area around them")
record PortPage(
        Port port,

        @Schema(
                description =
                        "Null where the port's area isn't known, no release tells areas, or statistics is missing")
        AreaSeries encounters,

        List<Missing> missing) {

    /** Encounters of the area from six months before the first measure to six after the last. */
    @Schema(description = "Encounters of the area, from six months before the first measure to six after the last")
    record AreaSeries(
            @Schema(examples = "tucson-field-office") String area,
            String unit,
            List<Series.Point> points,
            List<Release> releases,
            String citation,
            String permalink) {

        static AreaSeries of(String area, Series series) {
            return new AreaSeries(
                    area,
                    series.unit(),
                    series.only().map(Series.Line::points).orElse(List.of()),
                    series.releases(),
                    series.citation(),
                    series.permalink());
        }
    }
}
