package org.puente.statistics.figure.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.puente.statistics.figure.check.Tolerance.Fit;

class ToleranceTest {

    @ParameterizedTest
    @CsvSource({
        // An exact count is exact; one that only a later publication can judge may have been revised.
        "exactly, 242418, 242418, false, false, MATCHES",
        "exactly, 242418, 242419, false, false, NONE",
        "exactly, 617865, 617629, false, true, MATCHES",
        "exactly, 617865, 611000, false, true, NONE",
        // Zeros at the end are rounding, up to 5 %.
        "exactly, 2400000, 2449999, false, false, ROUNDED",
        "exactly, 2400000, 2475669, false, false, NONE",
        "exactly, 2000000, 2378944, false, false, NONE",
        // Percentages: a whole one may be off by a point, one with decimals by half of the last.
        "exactly, 55, 54.5, true, false, MATCHES",
        "exactly, 55, 54.2, true, true, ROUNDED",
        "exactly, 35, 28.7, true, true, NONE",
        "exactly, 54.2, 54.225, true, true, MATCHES",
        "exactly, 54.2, 54.3, true, true, NONE",
        // Loose wordings.
        "about, 20, 19.97, true, true, MATCHES",
        "about, 10000, 9741.3, false, true, ROUNDED",
        "about, 10000, 9499, false, true, NONE",
        "about, 5, 5.9, true, true, ROUNDED",
        "nearly, 80, 78.84, true, true, ROUNDED",
        "nearly, 80, 75.9, true, true, NONE",
        "nearly, 80, 81, true, true, NONE",
        "nearly, 80, 80.4, true, true, MATCHES",
        // Bounds.
        "over, 190000, 191106, false, true, MATCHES",
        "over, 190000, 190000, false, true, NONE",
        "at-least, 190000, 190000, false, true, MATCHES",
        "under, 100, 100, false, true, NONE",
        "under, 100, 99, false, true, MATCHES",
        "no-more-than, 80000, 72113, false, true, MATCHES",
        "no-more-than, 80000, 80001, false, true, NONE",
        "up-to, 10000, 10001, false, true, NONE",
    })
    void aWordingAllowsWhatItSays(
            String comparator, BigDecimal said, double official, boolean percent, boolean later, Fit fit) {
        assertThat(new Tolerance(said, null, percent)
                        .of(Comparator.parse(comparator), official, later)
                        .fit())
                .isEqualTo(fit);
    }

    @ParameterizedTest
    @CsvSource({"99, NONE", "100, MATCHES", "200, MATCHES", "201, NONE"})
    void betweenIncludesBothEnds(double official, Fit fit) {
        assertThat(new Tolerance(BigDecimal.valueOf(100), BigDecimal.valueOf(200), false)
                        .of(Comparator.BETWEEN, official, true)
                        .fit())
                .isEqualTo(fit);
    }
}
