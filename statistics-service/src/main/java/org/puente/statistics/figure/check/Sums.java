package org.puente.statistics.figure.check;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.puente.kit.wording.Sentence;
import org.puente.statistics.figure.scope.Permalink;
import org.puente.statistics.release.Release;
import org.puente.statistics.series.Group;
import org.puente.statistics.series.Monthly;
import org.puente.statistics.series.SeriesEngine;
import org.puente.statistics.series.Slice;
import org.puente.statistics.series.Vantage;

/** One slice seen from one vantage, over the months of a period or over all that are covered. */
final class Sums {

    private final Slice slice;
    private final Monthly monthly;
    private final Group total;

    private Sums(Slice slice, Monthly monthly) {
        this.slice = slice;
        this.monthly = monthly;
        this.total = monthly.groups().get(0);
    }

    static Sums of(SeriesEngine engine, Slice slice, Vantage vantage, YearMonth from, YearMonth to) {
        return new Sums(slice, engine.monthly(slice, List.of(), vantage, Optional.ofNullable(from), Optional.of(to)));
    }

    /** All months that are covered. */
    static Sums of(SeriesEngine engine, Slice slice, Vantage vantage) {
        return new Sums(slice, engine.monthly(slice, List.of(), vantage));
    }

    OptionalDouble value(YearMonth month) {
        return monthly.value(total, month);
    }

    /** @throws Uncarried if a month is not covered */
    double sum(YearMonth from, YearMonth to) {
        List<YearMonth> missing =
                months(from, to).filter(month -> !monthly.covers(month)).toList();
        if (!missing.isEmpty()) {
            throw new Uncarried(Sentence.of(
                            "not-covered",
                            "no release of this view covers "
                                    + (missing.size() > 3
                                            ? missing.size() + " of the months from " + from + " to " + to
                                            : String.join(
                                                    ", ",
                                                    missing.stream()
                                                            .map(YearMonth::toString)
                                                            .toList())))
                    .with("months", missing));
        }
        return months(from, to).mapToDouble(month -> value(month).orElseThrow()).sum();
    }

    /** Covered months of the same name up to that one. */
    List<YearMonth> sameMonthsUpTo(YearMonth last) {
        return months(monthly.first(), last)
                .filter(month -> month.getMonth() == last.getMonth() && monthly.covers(month))
                .toList();
    }

    /** The monthly series of this slice, pinned to the releases that served it. */
    String permalink() {
        return Permalink.of(slice, monthly.first(), monthly.last(), monthly.releases());
    }

    List<String> releases() {
        return monthly.releases().stream().map(Release::id).toList();
    }

    static long days(YearMonth from, YearMonth to) {
        LocalDate end = to.plusMonths(1).atDay(1);
        return ChronoUnit.DAYS.between(from.atDay(1), end);
    }

    private static Stream<YearMonth> months(YearMonth from, YearMonth to) {
        return Stream.iterate(from, month -> !month.isAfter(to), month -> month.plusMonths(1));
    }
}
