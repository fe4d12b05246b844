package org.puente.statistics.figure.scope;

import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.stream.DoubleStream;

/** How well a value reproduces a number, best first. */
enum Closeness {
    /** Equal when rounded to the last digit as written. */
    EXACT,
    /** Within a thousandth: what revisions and rounding of long numbers amount to. */
    THOUSANDTH,
    /** Equal when rounded to the last digit that isn't zero, and within 5 %. */
    ROUNDED,
    /** Within a hundredth. */
    HUNDREDTH,
    FAR;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The distances that each of them allows to one number. */
    static final class Scale {

        private final double number;
        private final double[] allowed;
        private final double widest;

        Scale(BigDecimal said) {
            number = said.doubleValue();
            double digit = said.signum() == 0
                    ? 1
                    : Math.pow(10, -said.stripTrailingZeros().scale());
            allowed = new double[] {
                Math.pow(10, -Math.max(0, said.scale())) / 2,
                Math.abs(number) / 1000,
                Math.min(digit / 2, Math.abs(number) / 20),
                Math.abs(number) / 100
            };
            widest = DoubleStream.of(allowed).max().orElseThrow();
        }

        Closeness of(double value) {
            double distance = Math.abs(value - number);
            if (!(distance <= widest)) {
                return FAR;
            }
            int level = 0;
            while (distance > allowed[level]) {
                level++;
            }
            return values()[level];
        }
    }
}
