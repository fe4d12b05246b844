package org.puente.statistics.calendar;

import java.time.Month;
import java.time.YearMonth;
import java.util.Locale;

/** How long the periods of a series are, and whether they follow the calendar or the fiscal year. */
public enum Frequency {
    MONTH(1, Month.JANUARY),
    FISCAL_QUARTER(3, Month.OCTOBER),
    FISCAL_YEAR(12, Month.OCTOBER),
    QUARTER(3, Month.JANUARY),
    YEAR(12, Month.JANUARY);

    private final String code = name().toLowerCase(Locale.ROOT).replace('_', '-');
    private final int months;
    private final Month start;

    Frequency(int months, Month start) {
        this.months = months;
        this.start = start;
    }

    public String code() {
        return code;
    }

    /** How many months a period has. */
    public int months() {
        return months;
    }

    public boolean fiscal() {
        return start == Month.OCTOBER;
    }

    /** The period of this length in which the month lies. */
    public Period periodOf(YearMonth month) {
        int since = Math.floorMod(month.getMonthValue() - start.getValue(), 12);
        return new Period(this, month.minusMonths(since % months));
    }
}
