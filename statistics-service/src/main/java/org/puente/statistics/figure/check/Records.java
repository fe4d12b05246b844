package org.puente.statistics.figure.check;

import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.puente.kit.wording.Sentence;
import org.puente.statistics.calendar.FiscalYear;
import org.puente.statistics.dataset.Exact;
import org.puente.statistics.series.SeriesEngine;
import org.puente.statistics.series.Slice;
import org.puente.statistics.series.Vantage;

/**
 * How a month compares with the months of the same name before it. Those are the ones that today's data cover: an older view
 * which lacks one of them can't tell a record.
 */
final class Records {

    private final SeriesEngine engine;
    private final Slice slice;
    private final Vantage vantage;

    Records(SeriesEngine engine, Slice slice, Vantage vantage) {
        this.engine = engine;
        this.slice = slice;
        this.vantage = vantage;
    }

    /** @throws Uncarried if the month, or one that it is compared with, is not covered */
    Evaluation rank(SpokenPeriod period) {
        YearMonth month = period.lastMonth();
        List<YearMonth> months = sameMonths(null, month);
        Sums sums = sums(months);
        double own = sums.sum(month, month);
        long higher =
                months.stream().filter(other -> sums.sum(other, other) > own).count();
        return evaluation(
                higher + 1.0,
                sums,
                List.of(Sentence.of(
                                "ranked-among",
                                "Ranked among " + list(months) + ", the months of this name that are covered up to it.")
                        .with("months", months)));
    }

    /** @throws Uncarried if the last month of the period, or one that it is compared with, is not covered */
    Evaluation highest(SpokenPeriod period) {
        YearMonth last = period.lastMonth();
        List<YearMonth> months = sameMonths(period.firstMonth(), last);
        Sums sums = sums(months);
        double highest = months.stream()
                .mapToDouble(month -> sums.sum(month, month))
                .max()
                .orElseThrow();
        YearMonth next = last.plusYears(1);
        Stream<Sentence> exception = today().value(next).stream().mapToObj(value -> nextOne(next, value));
        Sentence compared =
                Sentence.of("compared", "Compared: " + list(months) + ".").with("months", months);
        return evaluation(
                highest, sums, Stream.concat(Stream.of(compared), exception).toList());
    }

    private static Sentence nextOne(YearMonth next, double value) {
        int fiscalYear = FiscalYear.of(next).year();
        return Sentence.of(
                        "next-one",
                        String.format(
                                Locale.ROOT,
                                "The next one, %s, lies in fiscal year %d and had %,.0f.",
                                next,
                                fiscalYear,
                                value))
                .with("month", next)
                .with("fiscalYear", fiscalYear)
                .with("value", Exact.of(value));
    }

    /** From {@code first}, if there is one, to {@code last}, which is always among them. */
    private List<YearMonth> sameMonths(YearMonth first, YearMonth last) {
        Stream<YearMonth> covered =
                today().sameMonthsUpTo(last).stream().filter(month -> first == null || !month.isBefore(first));
        return Stream.concat(covered, Stream.of(last)).distinct().toList();
    }

    private Sums today() {
        return Sums.of(engine, slice, Vantage.NOW);
    }

    private Sums sums(List<YearMonth> months) {
        return Sums.of(engine, slice, vantage, months.get(0), months.get(months.size() - 1));
    }

    private static Evaluation evaluation(double value, Sums sums, List<Sentence> notes) {
        return new Evaluation(value, sums.permalink(), null, sums.releases(), notes);
    }

    private static String list(List<YearMonth> months) {
        return String.join(", ", months.stream().map(YearMonth::toString).toList());
    }
}
