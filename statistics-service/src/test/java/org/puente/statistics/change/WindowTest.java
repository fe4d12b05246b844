package org.puente.statistics.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expected ratios were computed with NumPy from the same sixty totals. */
class WindowTest {

    private static final Offset<Double> TO_SIX_DECIMALS = within(5e-7);
    private static final EventMonth TITLE_42_ENDS = EventMonth.of(LocalDate.of(2023, 5, 11));

    @ParameterizedTest
    @CsvSource({
        "3,  0.965888, 0.916539, 0.999373, 4.939569, 1.018488",
        "6,  1.077053, 1.005915, 1.141749, 3.512809, 0.944749",
        "12, 0.998435, 1.012277, 1.060067, 2.107938, 0.917532"
    })
    void ratiosAtTheSouthwestBorderAfterTheEndOfTitle42(
            int months, double raw, double yearBefore, double min, double max, double ratioOfRatios) {
        Window window = Window.of(SouthwestTotals.COUNTS, TITLE_42_ENDS, months);
        assertThat(window.rawRatio()).isEqualTo(raw, TO_SIX_DECIMALS);
        assertThat(window.sameMonthsYearBefore()).isEqualTo(yearBefore, TO_SIX_DECIMALS);
        assertThat(window.earlierYears().min()).isEqualTo(min, TO_SIX_DECIMALS);
        assertThat(window.earlierYears().max()).isEqualTo(max, TO_SIX_DECIMALS);
        assertThat(window.earlierYears().years()).isEqualTo(2);
        assertThat(window.ratioOfRatios()).isEqualTo(ratioOfRatios, TO_SIX_DECIMALS);
        assertThat(window.outsideEarlierYears()).isTrue();
    }

    @Test
    void leapDaysCount() {
        double[] oneADay = new double[36];
        for (int i = 0; i < 36; i++) {
            oneADay[i] = YearMonth.of(2022, 1).plusMonths(i).lengthOfMonth();
        }
        Window window = Window.of(
                new MonthlyCounts(YearMonth.of(2022, 1), oneADay), EventMonth.of(LocalDate.of(2024, 1, 20)), 3);
        assertThat(window.rawRatio()).isEqualTo(1);
        assertThat(window.sameMonthsYearBefore()).isEqualTo(1);
    }

    @Test
    void theMonthThatTheEventSplitsIsOnNeitherSide() {
        assertThat(EventMonth.of(LocalDate.of(2023, 5, 11)))
                .isEqualTo(new EventMonth(YearMonth.of(2023, 6), java.util.Optional.of(YearMonth.of(2023, 5))));
        assertThat(EventMonth.of(LocalDate.of(2023, 6, 1)))
                .isEqualTo(new EventMonth(YearMonth.of(2023, 6), java.util.Optional.empty()));
    }

    @Test
    void aMonthWithoutDataLeavesARatioOpenInsteadOfCountingAsZero() {
        double[] counts = new double[40];
        Arrays.fill(counts, 100);
        counts[25] = Double.NaN;
        MonthlyCounts gap = new MonthlyCounts(YearMonth.of(2020, 1), counts);
        Window window = Window.of(gap, EventMonth.of(LocalDate.of(2022, 1, 1)), 3);
        assertThat(window.rawRatio()).isNull();
        assertThat(window.sameMonthsYearBefore()).isNull();
        assertThat(window.ratioOfRatios()).isNull();
        assertThat(window.earlierYears().min()).isEqualTo(91 / 90.0, TO_SIX_DECIMALS);
    }

    @Test
    void nothingIsDividedByZero() {
        double[] counts = new double[40];
        Window window =
                Window.of(new MonthlyCounts(YearMonth.of(2020, 1), counts), EventMonth.of(LocalDate.of(2022, 1, 1)), 3);
        assertThat(window.rawRatio()).isNull();
        assertThat(window.sameMonthsYearBefore()).isNull();
    }
}
