package org.puente.statistics.figure.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.puente.kit.problem.Refusal;
import org.puente.kit.problem.Violation;

class ClaimTest {

    @Test
    void everythingThatIsWrongIsNamedAtOnce() {
        Claim claim = new Claim(
                Metric.ENCOUNTERS_SHARE,
                null,
                null,
                new SpokenPeriod(null, "2023-11"),
                new SpokenPeriod("2023-10", "2023-10"),
                Comparator.BETWEEN,
                BigDecimal.TEN,
                null,
                "encounters",
                null);
        assertThat(catchThrowableOfType(Refusal.class, claim::validate).violations())
                .extracting(Violation::field)
                .containsExactly("unit", "shareOf", "comparedWith", "upperValue", "period");
    }

    @Test
    void aFigureWithoutANumberCanBeKeptOnlyWhereNothingCouldBeChecked() {
        SpokenPeriod december = new SpokenPeriod("2023-12", "2023-12");
        new Claim(Metric.CARAVAN_SIZE, Map.of(), null, december, null, null, null, null, "persons", null).validate();
        Claim empty =
                new Claim(Metric.DRUG_WEIGHT, Map.of(), null, december, null, Comparator.OVER, null, null, "lb", null);
        assertThatThrownBy(empty::validate).isInstanceOf(Refusal.class);
    }

    @Test
    void filtersStandInTheSameOrderInEveryProcess() {
        Map<String, String> filters = new LinkedHashMap<>();
        for (String dimension : List.of("region", "type", "component", "authority", "citizenship")) {
            filters.put(dimension, "any");
        }
        Claim claim = new Claim(Metric.ENCOUNTERS_SHARE, filters, null, null, null, null, null, null, null, null);
        assertThat(claim.filters().keySet()).containsExactly("authority", "citizenship", "component", "region", "type");
    }

    @ParameterizedTest
    @CsvSource({
        "2023-11, 2023-10, from lies after to",
        "2023-11, 2023-11-30, both months or both days",
        "2023-13, 2023-13, neither a month",
        "2023-02-30, 2023-03-01, neither a month",
        "0001-01, 2023-01, neither a month",
        "soon, soon, neither a month",
    })
    void aPeriodIsTwoMonthsOrTwoDays(String from, String to, String reason) {
        assertThatThrownBy(() -> new SpokenPeriod(from, to))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(reason);
    }

    @ParameterizedTest
    @CsvSource({"1e400", "1e1000000000", "1234567890123", "0.1234567", "-1e13"})
    void aNumberBeyondReasonIsRefused(BigDecimal value) {
        Claim claim = new Claim(
                Metric.ENCOUNTERS_TOTAL,
                Map.of(),
                null,
                new SpokenPeriod("2023-11", "2023-11"),
                null,
                Comparator.EXACTLY,
                value,
                null,
                "encounters",
                null);
        assertThat(catchThrowableOfType(Refusal.class, claim::validate).violations())
                .extracting(Violation::field)
                .containsExactly("value");
    }

    @Test
    void daysKnowTheirMonths() {
        SpokenPeriod days = new SpokenPeriod("2023-12-01", "2023-12-27");
        assertThat(days.firstMonth()).isEqualTo(YearMonth.of(2023, 12));
        assertThat(days.wholeMonths()).isFalse();
        assertThat(new SpokenPeriod("2024-02-01", "2024-02-29").wholeMonths()).isTrue();
    }
}
