package org.puente.statistics.series;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.puente.statistics.calendar.FiscalYear;
import org.puente.statistics.calendar.Period;

/** Each transform once more, straight from its formula, in decimal arithmetic. */
final class Expected {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final SeriesQuery query;
    private final SortedMap<YearMonth, Boolean> served;
    private final YearMonth from;
    private final YearMonth to;

    Expected(SeriesQuery query, SortedMap<YearMonth, Boolean> served, YearMonth from, YearMonth to) {
        this.query = query;
        this.served = served;
        this.from = from;
        this.to = to;
    }

    /** Empty where it is missing. */
    Optional<BigDecimal> value(Map<YearMonth, BigDecimal> months, Map<YearMonth, BigDecimal> all, Period period) {
        Optional<BigDecimal> own = whole(months, period.first(), period.last());
        boolean inside = !period.first().isBefore(from) && !period.last().isAfter(to);
        return switch (query.transform()) {
            case LEVEL -> there(period).isEmpty() ? Optional.empty() : Optional.of(sum(months, there(period)));
            case PER_DAY -> {
                int days = there(period).stream()
                        .mapToInt(YearMonth::lengthOfMonth)
                        .sum();
                yield quotient(sum(months, there(period)), BigDecimal.valueOf(days));
            }
            case SHARE -> quotient(sum(months, there(period)).multiply(HUNDRED), sum(all, there(period)));
            case CHANGE ->
                !inside
                        ? Optional.empty()
                        : own.flatMap(x -> before(months, period).map(x::subtract));
            case PERCENT_CHANGE ->
                !inside
                        ? Optional.empty()
                        : own.flatMap(x -> before(months, period).flatMap(y -> percent(x, y)));
            case YEAR_ON_YEAR ->
                !inside
                        ? Optional.empty()
                        : own.flatMap(x -> whole(
                                        months,
                                        period.first().minusYears(1),
                                        period.last().minusYears(1))
                                .flatMap(y -> percent(x, y)));
            case FISCAL_YEAR_TO_DATE ->
                !inside
                        ? Optional.empty()
                        : whole(months, FiscalYear.of(period.last()).first(), period.last());
            case ROLLING_12 ->
                !inside ? Optional.empty() : whole(months, period.last().minusMonths(11), period.last());
            case INDEX ->
                !inside
                        ? Optional.empty()
                        : own.flatMap(x -> whole(
                                        months,
                                        query.base().orElseThrow().first(),
                                        query.base().orElseThrow().last())
                                .flatMap(y -> quotient(x.multiply(HUNDRED), y)));
        };
    }

    /** Of a level that isn't missing. */
    Status status(Period period) {
        if (there(period).size() < query.frequency().months()) {
            return Status.PARTIAL;
        }
        return there(period).stream().anyMatch(served::get) ? Status.PROVISIONAL : Status.FINAL;
    }

    private Optional<BigDecimal> before(Map<YearMonth, BigDecimal> months, Period period) {
        YearMonth last = period.first().minusMonths(1);
        Period before = query.frequency().periodOf(last);
        return whole(months, before.first(), before.last());
    }

    /** The months of the period that were asked for and are covered. */
    private List<YearMonth> there(Period period) {
        List<YearMonth> there = new ArrayList<>();
        for (YearMonth month = period.first(); !month.isAfter(period.last()); month = month.plusMonths(1)) {
            if (served.containsKey(month) && !month.isBefore(from) && !month.isAfter(to)) {
                there.add(month);
            }
        }
        return there;
    }

    private Optional<BigDecimal> whole(Map<YearMonth, BigDecimal> months, YearMonth first, YearMonth last) {
        List<YearMonth> span = new ArrayList<>();
        for (YearMonth month = first; !month.isAfter(last); month = month.plusMonths(1)) {
            span.add(month);
        }
        return served.keySet().containsAll(span) ? Optional.of(sum(months, span)) : Optional.empty();
    }

    static BigDecimal sum(Map<YearMonth, BigDecimal> months, List<YearMonth> span) {
        return span.stream()
                .map(month -> months.getOrDefault(month, BigDecimal.ZERO))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Optional<BigDecimal> percent(BigDecimal now, BigDecimal then) {
        return quotient(now.subtract(then).multiply(HUNDRED), then);
    }

    private static Optional<BigDecimal> quotient(BigDecimal part, BigDecimal whole) {
        return whole.signum() == 0 ? Optional.empty() : Optional.of(part.divide(whole, MathContext.DECIMAL64));
    }
}
