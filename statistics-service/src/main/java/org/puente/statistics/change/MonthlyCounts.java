package org.puente.statistics.change;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.NavigableMap;
import java.util.stream.IntStream;

/**
 * Counts of consecutive calendar months, addressed by position from 0. A month that no release covers is NaN, as is
 * everything outside, so that a result which needs it becomes NaN too.
 */
final class MonthlyCounts {

    private final YearMonth first;
    private final double[] counts;

    MonthlyCounts(YearMonth first, double[] counts) {
        this.first = first;
        this.counts = counts.clone();
    }

    /** From the months that are covered; those between the first and the last that aren't become NaN. */
    static MonthlyCounts of(NavigableMap<YearMonth, Double> covered) {
        if (covered.isEmpty()) {
            throw new IllegalArgumentException("no month is covered");
        }
        YearMonth first = covered.firstKey();
        int length = (int) first.until(covered.lastKey(), ChronoUnit.MONTHS) + 1;
        return new MonthlyCounts(
                first,
                IntStream.range(0, length)
                        .mapToDouble(i -> covered.getOrDefault(first.plusMonths(i), Double.NaN))
                        .toArray());
    }

    int length() {
        return counts.length;
    }

    YearMonth month(int position) {
        return first.plusMonths(position);
    }

    /** May lie outside. */
    int position(YearMonth month) {
        return (int) first.until(month, ChronoUnit.MONTHS);
    }

    double count(int position) {
        return position < 0 || position >= counts.length ? Double.NaN : counts[position];
    }

    boolean covers(int position) {
        return !Double.isNaN(count(position));
    }

    /** Counts a day over some months: the sum of counts by the sum of days. */
    double perDay(int from, int months) {
        double sum = 0;
        int days = 0;
        for (int i = from; i < from + months; i++) {
            sum += count(i);
            days += month(i).lengthOfMonth();
        }
        return sum / days;
    }

    /** The longest stretch of covered months around a position that is itself covered. */
    MonthlyCounts runAround(int position) {
        int from = position;
        while (covers(from - 1)) {
            from--;
        }
        int to = position;
        while (covers(to)) {
            to++;
        }
        return new MonthlyCounts(month(from), Arrays.copyOfRange(counts, from, to));
    }
}
