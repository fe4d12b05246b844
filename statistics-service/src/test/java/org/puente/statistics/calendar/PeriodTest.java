package org.puente.statistics.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.YearMonth;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodTest {

    @ParameterizedTest
    @CsvSource({
        "2023-11, MONTH, 2023-11, 2023-11",
        "2023-Q1, QUARTER, 2023-01, 2023-03",
        "2023-Q4, QUARTER, 2023-10, 2023-12",
        "2023, YEAR, 2023-01, 2023-12",
        "FY2024-Q1, FISCAL_QUARTER, 2023-10, 2023-12",
        "FY2024-Q2, FISCAL_QUARTER, 2024-01, 2024-03",
        "FY2024-Q4, FISCAL_QUARTER, 2024-07, 2024-09",
        "FY2024, FISCAL_YEAR, 2023-10, 2024-09"
    })
    void aPeriodReadsWhatItPrintsAndHoldsItsMonths(String text, Frequency frequency, YearMonth first, YearMonth last) {
        Period period = Period.parse(text);
        assertThat(period).hasToString(text);
        assertThat(period.frequency()).isEqualTo(frequency);
        assertThat(period.first()).isEqualTo(first);
        assertThat(period.last()).isEqualTo(last);
        for (YearMonth month = first; !month.isAfter(last); month = month.plusMonths(1)) {
            assertThat(frequency.periodOf(month)).isEqualTo(period);
        }
        assertThat(period.next().first()).isEqualTo(last.plusMonths(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "23", "2023-13", "2023-00", "2023-Q5", "FY2024-11", "FY24", "2023-1", "2023-11-01", "1066"})
    void anythingElseIsNotAPeriod(String text) {
        assertThatThrownBy(() -> Period.parse(text)).isInstanceOf(DateTimeException.class);
    }
}
