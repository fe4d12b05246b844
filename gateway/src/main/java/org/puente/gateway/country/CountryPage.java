package org.puente.gateway.country;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.puente.gateway.diplomacy.Agreement;
import org.puente.gateway.diplomacy.Position;
import org.puente.gateway.statistics.Figure;
import org.puente.gateway.statistics.Release;
import org.puente.gateway.statistics.Series;
import org.puente.gateway.upstream.Missing;

/** A country as both contexts see it. */
@Schema(name = "CountryPage", description = "A country as both contexts see it")
record CountryPage(
        @Schema(examples = "VEN") String code,

        @Schema(nullable = true, examples = "Venezuela") String name,

        @Schema(description = "Null where there are none, or statistics is missing", nullable = true)
        Encounters encounters,

        @Schema(description = "Agreements that it is party to or whose nationals they concern; null where missing")
        List<Agreement> agreements,

        @Schema(description = "What is asked or offered by it, of it or about it; null where missing")
        List<Position> positions,

        @Schema(description = "Figures said about its nationals; null where missing")
        List<Figure> figures,

        List<Missing> missing) {

    /** Encounters of its citizens, and its place among all citizenships. */
    @Schema(name = "CountryEncounters", description = "Encounters of its citizens by month")
    record Encounters(String unit, List<Month> months, List<Release> releases, String citation, String permalink) {}

    /** One month. */
    @Schema(name = "CountryMonth", description = "Encounters of its citizens in a month, and their rank")
    record Month(
            @Schema(examples = "2023-11") String period,
            BigDecimal value,

            @Schema(description = "1 for the citizenship with most encounters in this month", examples = "2")
            int rank,

            @Schema(description = "How many citizenships are ranked", examples = "22")
            int of) {}

    /** Null where the series of all citizenships has none of this country. */
    static Encounters encounters(Series series, String code) {
        Series.Line own = series.series().stream()
                .filter(line -> code.equals(line.key().get("citizenship")))
                .findFirst()
                .orElse(null);
        if (own == null) {
            return null;
        }
        List<Month> months = new ArrayList<>();
        for (int i = 0; i < own.points().size(); i++) {
            Series.Point point = own.points().get(i);
            if (point.value() != null) {
                months.add(new Month(point.period(), point.value(), rank(series, i, point.value()), ranked(series)));
            }
        }
        return new Encounters(series.unit(), months, series.releases(), series.citation(), series.permalink());
    }

    private static int ranked(Series series) {
        return (int) series.series().stream().filter(CountryPage::isCountry).count();
    }

    private static int rank(Series series, int at, BigDecimal value) {
        return 1
                + (int) series.series().stream()
                        .filter(CountryPage::isCountry)
                        .map(line -> line.points().get(at).value())
                        .filter(other -> other != null && other.compareTo(value) > 0)
                        .count();
    }

    /** The rest of the world stands in the official file as one; it has no rank. */
    private static boolean isCountry(Series.Line line) {
        return !"OTHER".equals(line.key().get("citizenship"));
    }
}
