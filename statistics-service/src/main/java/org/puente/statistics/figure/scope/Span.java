package org.puente.statistics.figure.scope;

import java.time.Month;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import org.puente.statistics.calendar.FiscalYear;

/**
 * Some consecutive months of a {@link ScopeCube}.
 *
 * @param from       index of the first
 * @param to         index of the one after the last
 * @param complexity how much has to be said to name it
 */
record Span(int from, int to, long days, int complexity) {

    static Span of(ScopeCube cube, ScopeQuery query, int from, int to) {
        YearMonth first = cube.month(from);
        YearMonth last = cube.month(to - 1);
        boolean asked = query.from().filter(first::equals).isPresent()
                && query.to().filter(last::equals).isPresent();
        return new Span(
                from,
                to,
                ChronoUnit.DAYS.between(first.atDay(1), last.plusMonths(1).atDay(1)),
                asked ? 0 : complexity(first, last));
    }

    private static int complexity(YearMonth first, YearMonth last) {
        if (first.equals(last) || fiscalYear(first, last) || calendarYear(first, last)) {
            return 1;
        }
        return first.getMonth() == Month.OCTOBER || first.getMonth() == Month.JANUARY ? 2 : 3;
    }

    private static boolean fiscalYear(YearMonth first, YearMonth last) {
        return first.equals(FiscalYear.of(last).first())
                && last.equals(FiscalYear.of(first).last());
    }

    private static boolean calendarYear(YearMonth first, YearMonth last) {
        return first.getMonth() == Month.JANUARY && last.equals(first.plusMonths(11));
    }

    String words(ScopeCube cube) {
        YearMonth first = cube.month(from);
        YearMonth last = cube.month(to - 1);
        if (fiscalYear(first, last)) {
            return "fiscal year " + FiscalYear.of(last).year();
        }
        return first.equals(last) ? first.toString() : first + " to " + last;
    }
}
