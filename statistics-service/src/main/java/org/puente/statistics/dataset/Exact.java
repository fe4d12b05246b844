package org.puente.statistics.dataset;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Figures as they are written: without the noise of binary fractions. */
public final class Exact {

    /** Official weights are kept to a billionth of a pound. */
    private static final int DECIMALS = 9;

    private Exact() {}

    /** To a billionth, and a whole number without decimals. */
    public static BigDecimal of(double value) {
        BigDecimal decimal = BigDecimal.valueOf(value)
                .setScale(DECIMALS, RoundingMode.HALF_EVEN)
                .stripTrailingZeros();
        return decimal.scale() < 0 ? decimal.setScale(0) : decimal;
    }
}
