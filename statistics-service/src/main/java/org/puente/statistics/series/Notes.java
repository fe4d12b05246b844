package org.puente.statistics.series;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.puente.kit.wording.Sentence;
import org.puente.statistics.calendar.Period;
import org.puente.statistics.release.Release;

/** Collects what people must know to read an answer right. */
final class Notes {

    private static final int NAMED = 10;

    private final SeriesQuery query;
    /** A period may lack other months in another view. */
    private final Map<Period, Set<String>> partial = new LinkedHashMap<>();

    private final SortedSet<YearMonth> missing = new TreeSet<>();
    private final List<String> dividedByZero = new ArrayList<>();
    private int divisionsByZero;

    Notes(SeriesQuery query) {
        this.query = query;
    }

    void partial(Period period, List<YearMonth> absent) {
        if (!absent.isEmpty()) {
            partial.computeIfAbsent(period, unseen -> new LinkedHashSet<>())
                    .add(period + " lacks " + words(spans(new TreeSet<>(absent))));
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

    List<Sentence> sentences(List<Release> releases) {
        List<Sentence> sentences = new ArrayList<>();
        if (!partial.isEmpty()) {
            sentences.add(Sentence.of(
                            "partial",
                            "Partial: "
                                    + partial.values().stream()
                                            .flatMap(Set::stream)
                                            .collect(Collectors.joining("; ")) + ".")
                    .with("periods", partial.keySet()));
        }
        if (!missing.isEmpty()) {
            sentences.add(Sentence.of(
                            "months-missing",
                            "Figures that need a month which is not covered, or not asked for, are missing: "
                                    + words(spans(missing)) + ".")
                    .with("spans", spans(missing)));
        }
        if (divisionsByZero > 0) {
            sentences.add(Sentence.of(
                            "division-by-zero",
                            "Missing because of a division by zero: " + String.join("; ", dividedByZero)
                                    + (divisionsByZero > NAMED ? " and " + (divisionsByZero - NAMED) + " more" : "")
                                    + ".")
                    .with("figures", divisionsByZero));
        }
        if (query.vantage().vintage() == Vintage.FIRST) {
            sentences.add(Sentence.of("first-release", "Each month is taken from the first release that covers it."));
        }
        releases.stream()
                .filter(Release::estimated)
                .forEach(release -> sentences.add(Sentence.of(
                                "publication-estimated",
                                "The publication date of " + release.id()
                                        + " was estimated from the last month it covers.")
                        .with("release", release.id())));
        return sentences;
    }

    private static String words(List<String> spans) {
        return String.join(", ", spans).replace("/", " to ");
    }

    /** {@code 2023-01/2023-04, 2023-06}. */
    private static List<String> spans(SortedSet<YearMonth> months) {
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
        return spans;
    }

    private static String span(YearMonth start, YearMonth last) {
        return start.equals(last) ? start.toString() : start + "/" + last;
    }
}
