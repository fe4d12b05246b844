package org.puente.statistics.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.puente.kit.wording.Sentence;
import org.puente.kit.wording.SentenceCode;

/** Seven years of made-up counts with seasons, a little noise and, from 2022 on, what the test puts there. */
class FindingTest {

    private static final YearMonth FIRST = YearMonth.of(2017, 1);
    private static final LocalDate EVENT = LocalDate.of(2022, 1, 1);
    private static final Regime REGIME = new Regime(
            "r",
            "Another way to count",
            "encounters",
            LocalDate.of(2021, 6, 1),
            LocalDate.of(2030, 1, 1),
            "It counts otherwise.",
            Set.of("authority"),
            List.of());

    /** @param factor of every month from the event on */
    private static MonthlyCounts counts(int months, double level, double factor) {
        Random noise = new Random(11);
        double[] counts = new double[months];
        for (int i = 0; i < months; i++) {
            YearMonth month = FIRST.plusMonths(i);
            double season = 1 + 0.2 * Math.sin(2 * Math.PI * i / 12);
            double after = month.isBefore(YearMonth.from(EVENT)) ? 1 : factor;
            counts[i] = Math.rint(level * month.lengthOfMonth() * season * after * (1 + 0.02 * noise.nextGaussian()));
        }
        return new MonthlyCounts(FIRST, counts);
    }

    private static Finding finding(MonthlyCounts counts, int longest, Regime... regimes) {
        return new Finding(
                Battery.of(counts, EventMonth.of(EVENT), longest), List.of(regimes), Set.of("authority"), List.of());
    }

    @Test
    void aLargeChangeThatEveryMethodSeesIsStrong() {
        Finding finding = finding(counts(84, 1000, 0.6), 12);
        assertThat(finding.confidence()).isEqualTo(Confidence.STRONG);
        assertThat(finding.warnings()).isEmpty();
        assertThat(finding.headline("Encounters nationwide", EVENT).text())
                .startsWith("Encounters nationwide changed by -40.0 ")
                .contains("% after 2022-01-01: ")
                .contains(" over the 12 full months from 2022-01 on, ");
    }

    @Test
    void aClientCanSayTheHeadlineAndEveryWarningInItsOwnLanguage() {
        Finding finding = finding(counts(66, 1000, 0.6), 12);
        SentenceCode headline = finding.headline("Encounters nationwide", EVENT).said();
        assertThat(headline.code()).isEqualTo("changed");
        assertThat(headline.values())
                .containsEntry("firstMonth", "2022-01")
                .containsEntry("months", 6)
                .containsKeys("perDay", "perDayYearBefore");
        assertThat((double) headline.values().get("percent")).isBetween(-42.0, -38.0);
        assertThat(Sentence.codes(finding.warnings()))
                .contains(
                        new SentenceCode("windows-open", Map.of("windows", List.of(12))),
                        new SentenceCode("regression-short-side", Map.of("months", 6)));
    }

    @Test
    void withoutTheWholeYearItIsModerate() {
        Finding finding = finding(counts(66, 1000, 0.6), 12);
        assertThat(finding.confidence()).isEqualTo(Confidence.MODERATE);
        assertThat(Sentence.texts(finding.warnings()))
                .anyMatch(warning -> warning.startsWith("Over 12 months there is no ratio to the year before"))
                .anyMatch(warning -> warning.contains("one side of the event has only 6 full months"));
    }

    @Test
    void provisionalMonthsKeepItFromBeingStrong() {
        Battery battery = Battery.of(counts(84, 1000, 0.6), EventMonth.of(EVENT), 12);
        Finding finding = new Finding(battery, List.of(), Set.of(), List.of(YearMonth.of(2022, 3)));
        assertThat(finding.confidence()).isEqualTo(Confidence.MODERATE);
        assertThat(Sentence.texts(finding.warnings()))
                .containsExactly("Provisional, and likely to be revised: 2022-03.");
    }

    @Test
    void whatEarlierYearsSawAsWellIsWeak() {
        Finding finding = finding(counts(84, 1000, 1), 12);
        assertThat(finding.confidence()).isEqualTo(Confidence.WEAK);
        assertThat(Sentence.texts(finding.warnings()))
                .anyMatch(warning -> warning.startsWith(
                        "The ratio to the year before lies within what earlier years saw without the event"));
    }

    @Test
    void threeMonthsAreWeak() {
        Finding finding = finding(counts(84, 1000, 0.6), 3);
        assertThat(finding.confidence()).isEqualTo(Confidence.WEAK);
        assertThat(Sentence.texts(finding.warnings()))
                .anyMatch(warning -> warning.startsWith("Only 3 full months are compared"));
    }

    @Test
    void smallCountsAreWeak() {
        Finding finding = finding(counts(84, 0.2, 0.6), 12);
        assertThat(finding.confidence()).isEqualTo(Confidence.WEAK);
        assertThat(Sentence.texts(finding.warnings()))
                .anyMatch(warning -> warning.startsWith("Fewer than 100 were counted"));
    }

    @Test
    void aMonthOfZeroIsNamedAndLeavesNoRegression() {
        double[] counts = new double[84];
        Arrays.fill(counts, 5000);
        counts[62] = 0;
        Finding finding = finding(new MonthlyCounts(FIRST, counts), 12);
        assertThat(Sentence.texts(finding.warnings()))
                .contains("1 of the months compared have a count of zero.")
                .contains("There is no regression: a month has a count of zero, which has no logarithm.");
    }

    @Test
    void aChangeOfDefinitionRefusesASliceThatItDefines() {
        Finding finding = finding(counts(84, 1000, 0.6), 12, REGIME);
        assertThat(finding.confidence()).isEqualTo(Confidence.REFUSED);
        assertThat(finding.headline("Encounters (Title 8)", EVENT).text())
                .isEqualTo(
                        "Whether encounters (Title 8) changed after 2022-01-01 can't be said: the slice is defined by"
                                + " authority, which Another way to count redefined between the months compared.");
    }

    @Test
    void aChangeOfDefinitionMakesAnyOtherSliceWeak() {
        Finding finding = new Finding(
                Battery.of(counts(84, 1000, 0.6), EventMonth.of(EVENT), 12), List.of(REGIME), Set.of(), List.of());
        assertThat(finding.confidence()).isEqualTo(Confidence.WEAK);
        assertThat(Sentence.texts(finding.warnings()))
                .containsExactly("The definition changes within the months compared: Another way to count, from"
                        + " 2021-06-01 to 2030-01-01. It counts otherwise.");
    }

    @Test
    void nothingIsSaidBeforeTheFirstFullMonthIsPublished() {
        Finding finding = finding(counts(60, 1000, 1), 12);
        assertThat(finding.confidence()).isEqualTo(Confidence.REFUSED);
        assertThat(finding.headline("Encounters nationwide", EVENT).text())
                .endsWith("2022-01, the first full month after it, is not covered by any release.");
    }

    @Test
    void lessThanTwoYearsOfMonthsHaveNoRegression() {
        double[] counts = new double[20];
        Arrays.fill(counts, 5000);
        Battery battery = Battery.of(new MonthlyCounts(YearMonth.of(2021, 1), counts), EventMonth.of(EVENT), 12);
        assertThat(battery.regression()).isEmpty();
        assertThat(battery.noRegression().orElseThrow().text())
                .isEqualTo("There is no regression: it wants at least 24 full months without a gap, 3 of them on either"
                        + " side of the event; 20 are covered.");
        assertThat(battery.headline().orElseThrow().months()).isEqualTo(6);
    }
}
