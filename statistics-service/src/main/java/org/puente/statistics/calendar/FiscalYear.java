package org.puente.statistics.calendar;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A fiscal year of the US government: year N runs from 1 October N−1 to 30 September N (31 U.S.C. § 1102).
 * Printed {@code FY2024}; {@code 2024} is read as well.
 */
public record FiscalYear(int year) implements Comparable<FiscalYear> {

    private static final Pattern TEXT = Pattern.compile("(?:FY)?(\\d{4})");

    public FiscalYear {
        if (year < 1900 || year > 2200) {
            throw new DateTimeException("a fiscal year lies between FY1900 and FY2200");
        }
    }

    public static FiscalYear of(YearMonth month) {
        return new FiscalYear(month.getYear() + (month.getMonthValue() >= 10 ? 1 : 0));
    }

    /** Reads {@code FY2024} or {@code 2024}. @throws DateTimeException for anything else */
    public static FiscalYear parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new DateTimeException("a fiscal year is written FY2024 or 2024");
        }
        return new FiscalYear(Integer.parseInt(matcher.group(1)));
    }

    /** The month of this fiscal year with that name; October to December lie in the calendar year before. */
    public YearMonth month(Month name) {
        return YearMonth.of(name.getValue() >= 10 ? year - 1 : year, name);
    }

    public YearMonth first() {
        return month(Month.OCTOBER);
    }

    public YearMonth last() {
        return month(Month.SEPTEMBER);
    }

    /** Whether the year was over before that day. */
    public boolean closedBefore(LocalDate day) {
        return last().atEndOfMonth().isBefore(day);
    }

    @Override
    public int compareTo(FiscalYear other) {
        return Integer.compare(year, other.year);
    }

    @Override
    public String toString() {
        return "FY" + year;
    }
}
