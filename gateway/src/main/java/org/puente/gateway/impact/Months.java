package org.puente.gateway.impact;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;

/** Some full months on end. */
record Months(YearMonth first, int count) {

    Months yearBefore() {
        return new Months(first.minusYears(1), count);
    }

    LocalDate start() {
        return first.atDay(1);
    }

    /** The last day. */
    LocalDate end() {
        return over().minusDays(1);
    }

    private LocalDate over() {
        return first.plusMonths(count).atDay(1);
    }

    /**
     * The share of their days that lie in a span.
     *
     * @param until the first day after the span; null where it has no end
     */
    double shareOf(LocalDate from, LocalDate until) {
        LocalDate begin = from.isBefore(start()) ? start() : from;
        LocalDate end = until == null || until.isAfter(over()) ? over() : until;
        double days = ChronoUnit.DAYS.between(start(), over());
        return Math.max(0, ChronoUnit.DAYS.between(begin, end)) / days;
    }
}
