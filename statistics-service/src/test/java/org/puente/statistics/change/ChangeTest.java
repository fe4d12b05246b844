package org.puente.statistics.change;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.puente.statistics.testsupport.OfficialFiles;

@QuarkusTest
class ChangeTest {

    private static JsonPath southwest() {
        return given().queryParam("event", "2023-05-11")
                .queryParam("region", "southwest")
                .get("/v1/encounters/change")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    @Test
    void theEndOfTitle42AtTheSouthwestBorder() {
        JsonPath change = southwest();
        assertThat(change.getString("firstFullMonth")).isEqualTo("2023-06");
        assertThat(change.getString("partialMonth")).isEqualTo("2023-05");
        assertThat(change.getList("windows.months")).isEqualTo(List.of(3, 6, 12));
        assertThat(change.getDouble("windows[0].sameMonthsYearBefore")).isEqualTo(0.917, within(5e-4));
        assertThat(change.getDouble("windows[1].sameMonthsYearBefore")).isEqualTo(1.006, within(5e-4));
        assertThat(change.getDouble("windows[2].sameMonthsYearBefore")).isEqualTo(1.012, within(5e-4));
        assertThat(change.getDouble("windows[1].ratioOfRatios")).isEqualTo(0.945, within(5e-4));
        JsonPath its = change;
        assertThat(its.getDouble("interruptedTimeSeries.level.estimate")).isEqualTo(-0.419, within(5e-4));
        assertThat(its.getDouble("interruptedTimeSeries.level.standardError")).isEqualTo(0.243, within(5e-4));
        assertThat(its.getDouble("interruptedTimeSeries.slope.estimate")).isEqualTo(-0.101, within(5e-4));
        assertThat(its.getDouble("interruptedTimeSeries.slope.standardError")).isEqualTo(0.023, within(5e-4));
        assertThat(its.getDouble("interruptedTimeSeries.durbinWatson")).isEqualTo(0.29, within(5e-3));
        assertThat(its.getDouble("interruptedTimeSeries.rho1")).isEqualTo(0.85, within(5e-3));
        assertThat(its.getDouble("interruptedTimeSeries.placebo.level")).isEqualTo(0.5, within(0.02));
        assertThat(its.getDouble("interruptedTimeSeries.placebo.slope")).isEqualTo(0.32, within(5e-3));
        assertThat(its.getBoolean("interruptedTimeSeries.reliable")).isFalse();
    }

    @Test
    void aChangeOfDefinitionInTheWindowMakesTheVerdictWeakAndIsNamed() {
        JsonPath change = southwest();
        assertThat(change.getString("confidence")).isEqualTo("weak");
        assertThat(change.getString("headline"))
                .isEqualTo(
                        "Encounters (Southwest border) changed by +1.2 % after 2023-05-11: 6,891 a day over the 12 full"
                                + " months from 2023-06 on, 6,807 a day in the same months of the year before.");
        assertThat(change.getList("regimes.id")).isEqualTo(List.of("title-42"));
        assertThat(change.getList("regimes[0].sources.publisher", String.class))
                .contains("US Customs and Border Protection");
        assertThat(change.getList("warnings", String.class))
                .anyMatch(warning -> warning.startsWith("2023-05 is left out"))
                .anyMatch(warning -> warning.startsWith("The definition changes within the months compared: Title 42"))
                .anyMatch(warning -> warning.contains("autocorrelated (Durbin-Watson 0.29, ρ1 0.85)"))
                .anyMatch(warning -> warning.startsWith("The windows disagree"));
        assertThat(change.getList("warningCodes.code", String.class))
                .hasSameSizeAs(change.getList("warnings"))
                .contains("month-split", "definition-changes", "regression-autocorrelated", "windows-disagree");
        assertThat(change.getString("headlineCode.code")).isEqualTo("changed");
        assertThat(change.getMap("headlineCode.values"))
                .containsEntry("firstMonth", "2023-06")
                .containsEntry("months", 12);
        assertThat(change.getDouble("headlineCode.values.perDay")).isEqualTo(6891, within(0.5));
        assertThat(change.prettify()).doesNotContainIgnoringCase("caus");
    }

    @Test
    void everyNumberCanBeRecomputedFromTheInputs() {
        JsonPath change = southwest();
        TreeMap<YearMonth, Double> inputs = new TreeMap<>();
        for (int i = 0; i < change.getInt("inputs.size()"); i++) {
            YearMonth month = YearMonth.parse(change.getString("inputs[" + i + "].month"));
            inputs.put(month, change.getDouble("inputs[" + i + "].count"));
            assertThat(change.getInt("inputs[" + i + "].days")).isEqualTo(month.lengthOfMonth());
        }
        assertThat(inputs).hasSize(60).containsEntry(YearMonth.of(2023, 11), 242399.0);
        Battery again = Battery.of(MonthlyCounts.of(inputs), EventMonth.of(LocalDate.of(2023, 5, 11)), 12);
        for (int i = 0; i < 3; i++) {
            assertThat(change.getDouble("windows[" + i + "].rawRatio"))
                    .isEqualTo(again.windows().get(i).rawRatio());
            assertThat(change.getDouble("windows[" + i + "].earlierYears.max"))
                    .isEqualTo(again.windows().get(i).earlierYears().max());
        }
        assertThat(change.getDouble("interruptedTimeSeries.level.p"))
                .isEqualTo(again.regression().orElseThrow().level().p());
        List<String> releases = change.getList("releases.id");
        assertThat(change.getList("inputs.release", String.class)).isSubsetOf(releases);
    }

    @Test
    void severalChangesAreAnsweredAsEachAlone() {
        String one = "event=2023-05-11&region=southwest";
        String two = "event=2022-01-21&region=southwest&window=6";
        JsonPath both = given().queryParam("change", one)
                .queryParam("change", "event=2023-05-11&region=moon")
                .queryParam("change", two)
                .get("/v1/encounters/changes")
                .then()
                .statusCode(200)
                .body("total", equalTo(3))
                .body("items[0].refused", nullValue())
                .body("items[1].change", nullValue())
                .body("items[1].refused", containsString("region"))
                .extract()
                .jsonPath();
        assertThat(both.getMap("items[0].change")).isEqualTo(southwest().getMap(""));
        assertThat(both.getMap("items[2].change"))
                .isEqualTo(
                        given().get("/v1/encounters/change?" + two).jsonPath().getMap(""));
    }

    @ParameterizedTest
    @CsvSource({"0", "51"})
    void noneAndTooManyChangesAreRefused(int count) {
        given().queryParam("change", Collections.nCopies(count, "event=2023-05-11"))
                .get("/v1/encounters/changes")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations.field", hasItem("change"))
                .body("detail", equalTo("change: is there 1 to 50 times"));
    }

    @Test
    void aChangeThatCantBeReadIsRefusedAlone() {
        given().urlEncodingEnabled(false)
                .get("/v1/encounters/changes?change=event%3D%25zz&change=planet%3Dmars")
                .then()
                .statusCode(200)
                .body("items[0].refused", equalTo("change: 'event=%zz' can't be read"))
                .body("items[1].refused", containsString("planet: is not a parameter"));
    }

    @Test
    void aSliceThatTheRegimeDefinesIsRefused() {
        OfficialFiles.ENCOUNTERS_2024_10.imported();
        given().queryParam("event", "2023-05-11")
                .queryParam("authority", "title-8")
                .get("/v1/encounters/change")
                .then()
                .statusCode(200)
                .body("confidence", equalTo("refused"))
                .body(
                        "headline",
                        containsString("can't be said: the slice is defined by authority, which Title 42 expulsions"
                                + " redefined between the months compared"))
                .body("headlineCode.code", equalTo("redefined"))
                .body("headlineCode.values.dimensions", equalTo(List.of("authority")))
                .body("headlineCode.values.regime", equalTo("title-42"));
    }

    @Test
    void anEventWithoutAFullMonthAfterItIsRefused() {
        given().queryParam("event", "2024-09-15")
                .queryParam("region", "southwest")
                .queryParam("asOf", "2024-12-31")
                .get("/v1/encounters/change")
                .then()
                .statusCode(200)
                .body("confidence", equalTo("refused"))
                .body(
                        "headline",
                        containsString("2024-10, the first full month after it, is not covered by any release"))
                .body("headlineCode.code", equalTo("first-month-not-covered"))
                .body("headlineCode.values.firstMonth", equalTo("2024-10"))
                .body("windows[0].sameMonthsYearBefore", nullValue())
                .body("interruptedTimeSeries", nullValue())
                .body("warnings", hasItem(containsString("There is no regression")));
    }

    @Test
    void theViewOfADayKnowsOnlyWhatWasPublishedByThen() {
        given().queryParam("event", "2023-11-01")
                .queryParam("region", "southwest")
                .queryParam("asOf", "2023-12-28")
                .get("/v1/encounters/change")
                .then()
                .statusCode(200)
                .body("inputs.find { it.month == '2023-11' }.count", equalTo(242418))
                .body("confidence", equalTo("refused"));
    }

    @Test
    void nationalitiesAreComparedWithOthers() {
        OfficialFiles.ENCOUNTERS_2024_10.imported();
        JsonPath change = given().queryParam("event", "2023-05-11")
                .queryParam("region", "southwest")
                .queryParam("citizenship", "CUB,HTI,NIC,VEN")
                .queryParam("contrast", "others")
                .queryParam("window", "6")
                .get("/v1/encounters/change")
                .then()
                .statusCode(200)
                .body("contrast.months", equalTo(6))
                .extract()
                .jsonPath();
        double treated = Math.log((sum(change, "treated", "after") + 0.5) / (sum(change, "treated", "before") + 0.5));
        double others = Math.log((sum(change, "donors", "after") + 0.5) / (sum(change, "donors", "before") + 0.5));
        assertThat(change.getDouble("contrast.estimate")).isEqualTo(treated - others, within(1e-6));
        assertThat(change.getList("contrast.treated.citizenship", String.class))
                .containsExactlyInAnyOrder("CUB", "HTI", "NIC", "VEN");
        assertThat(change.getList("contrast.donors.before", Double.class)).allMatch(before -> before >= 200);
    }

    private static double sum(JsonPath change, String side, String when) {
        return change.getList("contrast." + side + "." + when, Double.class).stream()
                .mapToDouble(Double::doubleValue)
                .sum();
    }

    @Test
    void drugSeizuresHaveAChangeOfTheirOwn() {
        OfficialFiles.DRUGS_2026_01.imported();
        given().queryParam("event", "2024-06-04")
                .queryParam("drug", "fentanyl")
                .queryParam("measure", "weight")
                .get("/v1/drug-seizures/change")
                .then()
                .statusCode(200)
                .body("unit", equalTo("lb"))
                .body("slice.drug", equalTo("fentanyl"))
                .body("headline", containsString("Pounds of drugs seized (Fentanyl) changed by"))
                .body("interruptedTimeSeries.level.estimate", notNullValue());
    }

    @Test
    void allFaultsAreNamedAtOnce() {
        given().queryParam("event", "May 2023")
                .queryParam("window", "13")
                .queryParam("region", "south")
                .get("/v1/encounters/change")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations.field", hasItems("event", "window", "region"))
                .body("violations.find { it.field == 'region' }.reason", containsString("southwest"));
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/encounters/change?region=southwest, event",
        "/v1/encounters/change?event=2023-05-11&contrast=others, contrast",
        "/v1/encounters/change?event=2023-05-11&drug=fentanyl, drug",
        "/v1/drug-seizures/change?event=2023-05-11&contrast=others, contrast",
        "/v1/encounters/change?event=2023-05-11&event=2023-05-12, event",
    })
    void aWrongParameterIsNamed(String address, String field) {
        given().get(address).then().statusCode(400).body("violations[0].field", equalTo(field));
    }

    @Test
    void anUnchangedAnswerIsNotSentTwice() {
        String tag = given().get("/v1/encounters/change?event=2023-05-11&region=southwest")
                .then()
                .extract()
                .header("ETag");
        given().header("If-None-Match", tag)
                .get("/v1/encounters/change?event=2023-05-11&region=southwest")
                .then()
                .statusCode(304)
                .header("ETag", equalTo(tag));
    }
}
