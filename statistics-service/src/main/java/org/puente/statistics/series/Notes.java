package org.puente.statistics.series;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.puente.statistics.calendar.Period;
import org.puente.statistics.release.Release;

/** Collects what people must know to read an answer right, in sentences. */
final class Notes {

    private static final int NAMED = 10;

    private final SeriesQuery query;
    private final List<String> partial = new ArrayList<>();
    private final SortedSet<YearMonth> missing = new TreeSet<>();
    private final List<String> dividedByZero = new ArrayList<>();
    private int divisionsByZero;

    Notes(SeriesQuery query) {
        this.query = query;
    }

    void partial(Period period, List<YearMonth> absent) {
        if (!absent.isEmpty()) {
            partial.add(period + " lacks " + spans(new TreeSet<>(absent)));
        }
    }

    void missing(List<YearMonth> months) {
        missing.addAll(months);
    }

    void dividedByZero(String label, Period period) {
        divisionsByZero++;
        if (dividedByZero.size() < NAMED) {
            dividedByZero.add(label + " " + period);
        }
    }

    List<String> sentences(List<Release> releases) {
        List<String> sentences = new ArrayList<>();
        if (!partial.isEmpty()) {
            sentences.add(
                    "Partial: " + String.join("; ", partial.stream().distinct().toList()) + ".");
        }
        if (!missing.isEmpty()) {
            sentences.add("Figures that need a month which is not covered, or not asked for, are missing: "
                    + spans(missing) + ".");
        }
        if (divisionsByZero > 0) {
            sentences.add("Missing because of a division by zero: " + String.join("; ", dividedByZero)
                    + (divisionsByZero > NAMED ? " and " + (divisionsByZero - NAMED) + " more" : "") + ".");
        }
        if (query.vantage().vintage() == Vintage.FIRST) {
            sentences.add("Each month is taken from the first release that covers it.");
        }
        releases.stream()
                .filter(Release::estimated)
                .forEach(release -> sentences.add(
                        "The publication date of " + release.id() + " was estimated from the last month it covers."));
        return sentences;
    }

    /** {@code 2023-01 to 2023-04, 2023-06}. */
    private static String spans(SortedSet<YearMonth> months) {
        List<String> spans = new ArrayList<>();
        YearMonth start = months.first();
        YearMonth last = start;
        for (YearMonth month : months) {
            if (month.isAfter(last.plusMonths(1))) {
                spans.add(span(start, last));
                start = month;
            }
            last = month;
        }
        spans.add(span(start, last));
        return String.join(", ", spans);
    }

    private static String span(YearMonth start, YearMonth last) {
        return start.equals(last) ? start.toString() : start + " to " + last;
    }
}
