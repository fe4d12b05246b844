package org.puente.statistics.calendar;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A month, quarter or year, of the calendar or of the US fiscal year. Printed {@code 2023-11}, {@code 2023-Q4},
 * {@code 2023}, {@code FY2024-Q1}, {@code FY2024}. Periods of one frequency are ordered in time.
 *
 * @param first its first month
 */
public record Period(Frequency frequency, YearMonth first) implements Comparable<Period> {

    private static final Pattern TEXT = Pattern.compile("(FY)?(\\d{4})(?:-(?:Q([1-4])|(0[1-9]|1[0-2])))?");

    public Period {
        if (first.getYear() < 1899 || first.getYear() > 2200) {
            throw new DateTimeException("a period lies between 1899 and 2200");
        }
    }

    /** Reads what {@link #toString()} prints. @throws DateTimeException for anything else */
    public static Period parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches() || matcher.group(1) != null && matcher.group(4) != null) {
            throw new DateTimeException("a period is written 2023-11, 2023-Q4, 2023, FY2024-Q1 or FY2024");
        }
        boolean fiscal = matcher.group(1) != null;
        int year = Integer.parseInt(matcher.group(2));
        if (matcher.group(4) != null) {
            return new Period(Frequency.MONTH, YearMonth.of(year, Integer.parseInt(matcher.group(4))));
        }
        YearMonth start = fiscal ? new FiscalYear(year).first() : YearMonth.of(year, 1);
        if (matcher.group(3) == null) {
            return new Period(fiscal ? Frequency.FISCAL_YEAR : Frequency.YEAR, start);
        }
        int quarter = Integer.parseInt(matcher.group(3));
        return new Period(fiscal ? Frequency.FISCAL_QUARTER : Frequency.QUARTER, start.plusMonths(3L * (quarter - 1)));
    }

    public YearMonth last() {
        return first.plusMonths(frequency.months() - 1L);
    }

    public Period next() {
        return new Period(frequency, first.plusMonths(frequency.months()));
    }

    @Override
    public int compareTo(Period other) {
        return first.compareTo(other.first);
    }

    @Override
    public String toString() {
        return switch (frequency) {
            case MONTH -> first.toString();
            case QUARTER -> first.getYear() + "-Q" + (first.getMonthValue() + 2) / 3;
            case YEAR -> Integer.toString(first.getYear());
            case FISCAL_QUARTER -> FiscalYear.of(first) + "-Q" + ((first.getMonthValue() + 2) % 12 / 3 + 1);
            case FISCAL_YEAR -> FiscalYear.of(first).toString();
        };
    }
}
