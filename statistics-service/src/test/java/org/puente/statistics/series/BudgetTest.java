package org.puente.statistics.series;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.puente.kit.problem.Refusal;

class BudgetTest {

    @Test
    void everyCombinationOfTodaysCodesOverTenYearsIsGranted() {
        long regions = 3, components = 2, areas = 47, demographics = 4, authorities = 2, types = 3, citizenships = 24;
        long groups = regions * components * areas * demographics * authorities * types * citizenships;
        assertThatCode(() -> Budget.checkSums(groups, 120)).doesNotThrowAnyException();
    }

    @Test
    void moreSumsThanThatAreRefusedWithWhatTheyWouldBeAndWhatHelps() {
        assertThatThrownBy(() -> Budget.checkSums(2_000_000, 26))
                .isInstanceOf(Refusal.class)
                .hasMessage("groupBy: 2000000 possible groups over 26 months are 52000000 sums, more than 50000000;"
                        + " add filters, group by less or ask for fewer months");
    }

    @Test
    void readingAllVintagesOfAHundredLargeReleasesIsRefused() {
        assertThatCode(() -> Budget.checkCells(60 * 500_000L, 60)).doesNotThrowAnyException();
        assertThatThrownBy(() -> Budget.checkCells(100 * 3_000_000L, 100))
                .hasMessageStartingWith("vintage: 100 vintages hold 300000000 cells, more than 200000000");
    }
}
