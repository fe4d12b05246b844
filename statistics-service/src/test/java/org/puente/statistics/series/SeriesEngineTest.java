package org.puente.statistics.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.puente.statistics.dataset.Dimension.CITIZENSHIP;
import static org.puente.statistics.dataset.Dimension.COMPONENT;
import static org.puente.statistics.dataset.Dimension.REGION;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.puente.kit.problem.Refusal;
import org.puente.statistics.dataset.Codes;
import org.puente.statistics.dataset.Dataset;
import org.puente.statistics.dataset.Measure;
import org.puente.statistics.release.ReleaseKind;
import org.puente.statistics.testsupport.Ledger;

/** Two releases by region and component, of which the newer one revises and drops months, and a first print. */
class SeriesEngineTest {

    private static final YearMonth SEPTEMBER = YearMonth.of(2023, 9);
    private static final YearMonth OCTOBER = YearMonth.of(2023, 10);
    private static final YearMonth NOVEMBER = YearMonth.of(2023, 11);
    private static final YearMonth JANUARY = YearMonth.of(2024, 1);
    private static SeriesEngine engine;
    private static Codes codes;

    @BeforeAll
    static void fill() {
        Ledger ledger = Ledger.empty()
                .codes(Dataset.ENCOUNTERS, REGION, "southwest", "northern", "other")
                .codes(Dataset.ENCOUNTERS, COMPONENT, "usbp", "ofo");
        ReleaseKind totals = ReleaseKind.ENCOUNTERS_MONTHLY_TOTALS;
        int old = ledger.release("old", totals, "2023-11", SEPTEMBER, OCTOBER);
        ledger.cell(old, totals, SEPTEMBER, 0, 0, 100);
        ledger.cell(old, totals, OCTOBER, 0, 0, 200);
        ledger.cell(old, totals, OCTOBER, 1, 1, 5);
        int young = ledger.release("young", totals, "2024-02", List.of(OCTOBER, NOVEMBER, JANUARY), Map.of());
        ledger.cell(young, totals, OCTOBER, 0, 0, 190);
        ledger.cell(young, totals, NOVEMBER, 0, 1, 40);
        ledger.cell(young, totals, JANUARY, 0, 0, 7);
        ReleaseKind print = ReleaseKind.ENCOUNTERS_FIRST_PRINTS;
        int first =
                ledger.release("print", print, "2023-12-22", List.of(NOVEMBER), Map.of(REGION, Set.of("southwest")));
        ledger.run("insert into encounter_total values (" + first + ", '2023-11-01', 0, null, 45)");
        engine = ledger.engine();
        codes = ledger.codesOf(Dataset.ENCOUNTERS);
    }

    private static Slice slice(Map<String, String> parameters) {
        return Slice.parse(Dataset.ENCOUNTERS, parameters, codes);
    }

    private static OptionalDouble total(Map<String, String> parameters, Vantage vantage, YearMonth month) {
        Monthly monthly = engine.monthly(slice(parameters), List.of(), vantage);
        return monthly.value(monthly.groups().get(0), month);
    }

    @Test
    void eachReleaseOfATriangleTellsWhichMonthsItLacks() {
        SeriesQuery query = QueryParser.parse(
                Dataset.ENCOUNTERS,
                Map.of("vintage", "all", "freq", "quarter", "from", "2023-Q3", "to", "2023-Q4", "region", "northern"),
                codes);
        assertThat(engine.run(query).notes())
                .filteredOn(note -> note.said().code().equals("partial"))
                .singleElement()
                .satisfies(note -> assertThat(note.text())
                        .contains("2023-Q4 lacks 2023-11 to 2023-12")
                        .contains("2023-Q4 lacks 2023-12"));
    }

    @Test
    void eachMonthComesFromTheNewestReleaseThatCoversIt() {
        assertThat(total(Map.of(), Vantage.NOW, SEPTEMBER)).hasValue(100);
        assertThat(total(Map.of(), Vantage.NOW, OCTOBER)).hasValue(190);
        assertThat(total(Map.of(), Vantage.NOW, NOVEMBER)).hasValue(40);
    }

    @Test
    void anAbsentCellIsZeroAndAnUncoveredMonthIsMissing() {
        assertThat(total(Map.of("region", "northern"), Vantage.NOW, NOVEMBER)).hasValue(0);
        assertThat(total(Map.of("region", "northern"), Vantage.NOW, YearMonth.of(2023, 12)))
                .isEmpty();
        assertThat(total(Map.of(), Vantage.NOW, YearMonth.of(2030, 1))).isEmpty();
    }

    @Test
    void thePastIsSeenFromWhatWasPublishedThen() {
        Vantage december = Vantage.asOf(LocalDate.of(2023, 12, 28));
        assertThat(total(Map.of("region", "southwest"), december, OCTOBER)).hasValue(200);
        assertThat(total(Map.of("region", "southwest"), december, NOVEMBER)).hasValue(45);
        assertThat(total(Map.of(), december, NOVEMBER)).isEmpty();
        assertThat(total(Map.of("region", "southwest"), Vantage.asOf(LocalDate.of(2023, 12, 21)), NOVEMBER))
                .isEmpty();
    }

    @Test
    void aMonthIsKnownFromItsLastDayOn() {
        assertThat(total(Map.of(), Vantage.asOf(LocalDate.of(2023, 11, 30)), SEPTEMBER))
                .hasValue(100);
        assertThatThrownBy(() -> total(Map.of(), Vantage.asOf(LocalDate.of(2023, 11, 29)), SEPTEMBER))
                .isInstanceOf(Refusal.class)
                .hasMessage("No release published by 2023-11-29 resolves these figures; import an official file of one"
                        + " of these kinds: encounters-by-area, encounters-by-state, encounters-monthly-totals,"
                        + " encounters-first-prints");
    }

    @Test
    void firstVintagesTakeTheOldestRelease() {
        Vantage first = new Vantage(Optional.empty(), Vintage.FIRST, List.of());
        assertThat(total(Map.of("region", "southwest"), first, OCTOBER)).hasValue(200);
        assertThat(total(Map.of("region", "southwest"), first, NOVEMBER)).hasValue(45);
    }

    @Test
    void aDimensionThatNoReleaseResolvesNamesTheFilesToImport() {
        Slice cubans = slice(Map.of("citizenship", "CUB"));
        assertThatThrownBy(() -> engine.monthly(cubans, List.of(), Vantage.NOW))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.kind()).isEqualTo(Refusal.Kind.UNPROCESSABLE);
                    assertThat(refusal.extensions().get("kinds"))
                            .isEqualTo(List.of("encounters-by-area", "encounters-by-state"));
                });
    }

    @Test
    void dimensionsThatNoFileHasTogetherAreInvalid() {
        Slice both = slice(Map.of("state", "tx", "area", "el-paso"));
        assertThatThrownBy(() -> engine.monthly(both, List.of(), Vantage.NOW))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.INVALID));
    }

    @Test
    void groupsAreThoseWithAFigureAndThoseNamed() {
        Monthly all = engine.monthly(slice(Map.of()), List.of(REGION, COMPONENT), Vantage.NOW);
        assertThat(all.groups()).extracting(Group::label).containsExactly("southwest, ofo", "southwest, usbp");
        assertThat(all.status(NOVEMBER)).isEqualTo(Status.PROVISIONAL);
        assertThat(all.status(SEPTEMBER)).isEqualTo(Status.FINAL);
        assertThat(all.release(SEPTEMBER))
                .hasValueSatisfying(release -> assertThat(release.id()).isEqualTo("old"));
        Monthly named = engine.monthly(slice(Map.of("region", "southwest,other")), List.of(REGION), Vantage.NOW);
        assertThat(named.groups()).extracting(Group::label).containsExactly("other", "southwest");
    }

    @Test
    void everyFaultOfASliceIsNamedAtOnce() {
        assertThatThrownBy(() -> slice(Map.of("region", "south,southwest", "component", "", "measure", "weight")))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.violations())
                        .extracting(violation -> violation.field() + " " + violation.reason())
                        .containsExactly(
                                "region 'south' is not known; valid values are northern, other, southwest",
                                "component is a list of codes, such as a,b or !a,b; one of them is empty",
                                "measure 'weight' is not known; valid values are encounters"));
    }

    @Test
    void aNegatedFilterLeavesTheOthers() {
        assertThat(total(Map.of("component", "!usbp"), Vantage.NOW, NOVEMBER)).hasValue(40);
        assertThat(total(Map.of("region", "!southwest,other"), Vantage.asOf(LocalDate.of(2023, 11, 30)), OCTOBER))
                .hasValue(5);
        assertThat(new Slice(Dataset.ENCOUNTERS, Measure.ENCOUNTERS, Map.of(CITIZENSHIP, Filter.parse("!VEN,!CUB")))
                        .filters()
                        .get(CITIZENSHIP))
                .hasToString("!CUB,VEN");
    }
}
