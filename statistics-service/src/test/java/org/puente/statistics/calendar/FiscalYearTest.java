package org.puente.statistics.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FiscalYearTest {

    @Test
    void novemberOfFiscalYear2024LiesIn2023() {
        assertThat(new FiscalYear(2024).month(Month.NOVEMBER)).isEqualTo(YearMonth.of(2023, 11));
    }

    @ParameterizedTest
    @CsvSource({"2023-09, FY2023", "2023-10, FY2024", "2023-12, FY2024", "2024-01, FY2024"})
    void everyMonthLiesInOneFiscalYear(YearMonth month, String year) {
        FiscalYear fiscalYear = FiscalYear.of(month);
        assertThat(fiscalYear).hasToString(year);
        assertThat(fiscalYear.month(month.getMonth())).isEqualTo(month);
        assertThat(FiscalYear.parse(year)).isEqualTo(fiscalYear);
    }

    @Test
    void aYearIsClosedOnTheFirstOfOctober() {
        assertThat(new FiscalYear(2024).closedBefore(LocalDate.of(2024, 9, 30))).isFalse();
        assertThat(new FiscalYear(2024).closedBefore(LocalDate.of(2024, 10, 1))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "24", "FY24", "202X", "FY20244", "2024 (FYTD)", "0001"})
    void anythingElseIsNotAFiscalYear(String text) {
        assertThatThrownBy(() -> FiscalYear.parse(text)).isInstanceOf(DateTimeException.class);
    }
}
