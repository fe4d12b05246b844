package org.puente.statistics.series;

import java.util.Locale;
import org.puente.statistics.calendar.Frequency;

/**
 * What is done with a figure after it was added up. {@code x(p)} is the sum over period p, {@code d(p)} the number of its
 * days. A figure that needs a month which no release covers is missing; so is one that divides by zero.
 */
public enum Transform {
    LEVEL("x(p)", false),
    CHANGE("x(p) − x(p−1), p−1 being the period before", false),
    PERCENT_CHANGE("100 · (x(p) / x(p−1) − 1)", true),
    YEAR_ON_YEAR("100 · (x(p) / x(p one year before) − 1)", true),
    FISCAL_YEAR_TO_DATE("the sum from the 1 October on or before the last month of p to the end of p", false),
    ROLLING_12("the sum of the twelve months that end with p", false),
    PER_DAY("x(p) / d(p), over the covered months of p", true),
    SHARE("100 · x(p) / the sum of x(p) over all groups of the query", true),
    INDEX("100 · x(p) / x(base)", true);

    private final String code = name().toLowerCase(Locale.ROOT).replace('_', '-');
    private final String formula;
    private final boolean ratio;

    Transform(String formula, boolean ratio) {
        this.formula = formula;
        this.ratio = ratio;
    }

    public String code() {
        return code;
    }

    public String formula() {
        return formula;
    }

    /** Whether its values are ratios, given to six decimals, and no longer whole units of the measure. */
    boolean ratio() {
        return ratio;
    }

    /** Whether a period with missing months still has a value, of the months that are there. */
    boolean partial() {
        return this == LEVEL || this == PER_DAY || this == SHARE;
    }

    /** How many months before the first one of a period it looks at. */
    int lookback(Frequency frequency) {
        return switch (this) {
            case LEVEL, PER_DAY, SHARE, INDEX -> 0;
            case CHANGE, PERCENT_CHANGE -> frequency.months();
            case YEAR_ON_YEAR -> 12;
            case FISCAL_YEAR_TO_DATE, ROLLING_12 -> 12 - frequency.months();
        };
    }

    String unit(String measured, String base) {
        return switch (this) {
            case LEVEL, CHANGE, FISCAL_YEAR_TO_DATE, ROLLING_12 -> measured;
            case PERCENT_CHANGE, YEAR_ON_YEAR, SHARE -> "percent";
            case PER_DAY -> measured + " per day";
            case INDEX -> "index, " + base + " = 100";
        };
    }
}
