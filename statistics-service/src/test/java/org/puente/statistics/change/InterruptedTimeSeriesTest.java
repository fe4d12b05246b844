package org.puente.statistics.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/**
 * Expected values were computed with statsmodels ({@code OLS(…).fit(cov_type="HAC", maxlags=3, use_correction=True,
 * use_t=True)} and {@code durbin_watson}) from the same sixty totals, the placebo shares with NumPy.
 */
class InterruptedTimeSeriesTest {

    private static final Offset<Double> TO_SIX_DECIMALS = within(1.5e-6);
    private static final EventMonth TITLE_42_ENDS = EventMonth.of(LocalDate.of(2023, 5, 11));

    @Test
    void isDemotedAtTheSouthwestBorderAfterTheEndOfTitle42() {
        InterruptedTimeSeries its = InterruptedTimeSeries.of(SouthwestTotals.COUNTS, TITLE_42_ENDS);
        assertThat(its.level().estimate()).isEqualTo(-0.41949414, TO_SIX_DECIMALS);
        assertThat(its.level().standardError()).isEqualTo(0.24274232, TO_SIX_DECIMALS);
        assertThat(its.level().p()).isEqualTo(0.0900131587, TO_SIX_DECIMALS);
        assertThat(its.slope().estimate()).isEqualTo(-0.10104443, TO_SIX_DECIMALS);
        assertThat(its.slope().standardError()).isEqualTo(0.02253999, TO_SIX_DECIMALS);
        assertThat(its.slope().p()).isEqualTo(0.0000419283563, TO_SIX_DECIMALS);
        assertThat(its.durbinWatson()).isEqualTo(0.28954335, TO_SIX_DECIMALS);
        assertThat(its.rho1()).isEqualTo(0.84984076, TO_SIX_DECIMALS);
        assertThat(its.placebo().level()).isEqualTo(18 / 37.0, TO_SIX_DECIMALS);
        assertThat(its.placebo().slope()).isEqualTo(12 / 37.0, TO_SIX_DECIMALS);
        assertThat(its.placebo().dates()).isEqualTo(36);
        assertThat(its.months()).isEqualTo(59);
        assertThat(its.lags()).isEqualTo(3);
        assertThat(its.reliable()).isFalse();
    }

    @Test
    void findsAStepThatWasPutThere() {
        Random noise = new Random(7);
        double[] counts = new double[72];
        for (int i = 0; i < counts.length; i++) {
            double season = 0.2 * Math.sin(2 * Math.PI * i / 12);
            double step = i >= 48 ? -0.5 : 0;
            counts[i] = YearMonth.of(2018, 1).plusMonths(i).lengthOfMonth()
                    * Math.exp(6 + 0.01 * i + season + step + 0.02 * noise.nextGaussian());
        }
        InterruptedTimeSeries its = InterruptedTimeSeries.of(
                new MonthlyCounts(YearMonth.of(2018, 1), counts), EventMonth.of(LocalDate.of(2022, 1, 1)));
        assertThat(its.level().estimate()).isEqualTo(-0.5, within(0.05));
        assertThat(its.slope().estimate()).isEqualTo(0, within(0.005));
        assertThat(its.reliable()).isTrue();
        assertThat(its.placebo().level()).isEqualTo(1.0 / (1 + its.placebo().dates()), TO_SIX_DECIMALS);
    }

    @Test
    void wantsTwoYearsOfMonthsAndThreeOnEitherSide() {
        MonthlyCounts two = new MonthlyCounts(YearMonth.of(2020, 1), new double[24]);
        assertThat(InterruptedTimeSeries.possible(two, EventMonth.of(LocalDate.of(2021, 1, 1))))
                .isTrue();
        assertThat(InterruptedTimeSeries.possible(two, EventMonth.of(LocalDate.of(2021, 1, 2))))
                .isFalse();
        assertThat(InterruptedTimeSeries.possible(two, EventMonth.of(LocalDate.of(2021, 10, 1))))
                .isTrue();
        assertThat(InterruptedTimeSeries.possible(two, EventMonth.of(LocalDate.of(2021, 11, 1))))
                .isFalse();
    }

    @Test
    void isNotReliableWithLessThanAYearOnOneSide() {
        assertThat(InterruptedTimeSeries.of(SouthwestTotals.COUNTS, EventMonth.of(LocalDate.of(2024, 1, 1)))
                        .shorterSide())
                .isEqualTo(9);
    }
}
