package org.puente.statistics.figure.scope;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.puente.statistics.dataset.Measure;
import org.puente.statistics.testsupport.OfficialFiles;

/** Expected values are sums of the official files by a script, independent of this service. */
@QuarkusTest
class ScopeResourceTest {

    @Inject
    ScopeFinder finder;

    @Test
    void theNationwideTotalOfAFiscalYearIsExplained() {
        OfficialFiles.ENCOUNTERS_2024_10.imported();
        given().queryParam("value", "3201144")
                .queryParam("period", "FY2023")
                .get("/v1/figures/scopes")
                .then()
                .statusCode(200)
                .body("items[0].filters", equalTo(Map.of()))
                .body("items[0].closeness", equalTo("exact"))
                .body("items[0].complexity", equalTo(0))
                .body("items[0].description", equalTo("All encounters, nationwide, fiscal year 2023: total"))
                .body("items[0].permalink", containsString("from=2022-10&to=2023-09&release="));
    }

    @ParameterizedTest
    @CsvSource({"FY2024", "2023-10/2023-11", "2023-Q4", "''"})
    void theNationwideTotalOfTwoMonthsIsFoundInAnyPeriodAroundThem(String period) {
        OfficialFiles.ENCOUNTERS_2024_10.imported();
        given().queryParam("value", "617629")
                .queryParams(period.isEmpty() ? Map.of() : Map.of("period", period))
                .get("/v1/figures/scopes")
                .then()
                .statusCode(200)
                .body("items[0].filters", equalTo(Map.of()))
                .body("items[0].from", equalTo("2023-10"))
                .body("items[0].to", equalTo("2023-11"))
                .body("items[0].closeness", equalTo("exact"));
    }

    @Test
    void aNarrowSliceIsFoundAmongAll() {
        OfficialFiles.ENCOUNTERS_2024_10.imported();
        JsonPath found = given().queryParam("value", "78.84")
                .queryParam("unit", "percent")
                .queryParam("period", "2023-11")
                .queryParam("limit", "50")
                .get("/v1/figures/scopes")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        Map<String, Object> share = found.getMap(
                "items.find { it.reading == 'share' && it.filters == [component: 'usbp', region: 'southwest'] }");
        assertThat(share)
                .containsEntry("shareOf", Map.of("region", "southwest"))
                .containsEntry("closeness", "exact");
    }

    @ParameterizedTest
    @CsvSource({
        "9741.3, encounters/day, 2023-12, per-day",
        "48175.47, lb, 2023-11, total",
        "28.7, percent of lb, 2023-11, change",
        "4279, events, 2023-11, total",
    })
    void everyUnitHasItsReading(String value, String unit, String period, String reading) {
        OfficialFiles.ENCOUNTERS_2024_10.imported();
        OfficialFiles.DRUGS_2026_01.imported();
        given().queryParam("value", value)
                .queryParam("unit", unit)
                .queryParam("period", period)
                .queryParam("limit", 50)
                .get("/v1/figures/scopes")
                .then()
                .statusCode(200)
                .body("items.closeness", hasItem("exact"))
                .body("items[0].closeness", equalTo("exact"))
                .body("items.reading", hasItem(reading))
                .body("items.from", everyItem(equalTo(period)));
    }

    @ParameterizedTest
    @CsvSource({"250000, encounters", "7777, encounters", "120, lb", "33, events"})
    void everyMatchIsWhatItsPermalinkAddsUpTo(String value, String unit) {
        OfficialFiles.ENCOUNTERS_2024_10.imported();
        OfficialFiles.DRUGS_2026_01.imported();
        JsonPath found = given().queryParam("value", value)
                .queryParam("unit", unit)
                .queryParam("limit", 20)
                .get("/v1/figures/scopes")
                .then()
                .statusCode(200)
                .body("items", hasSize(20))
                .extract()
                .jsonPath();
        for (int i = 0; i < 20; i++) {
            double sum = given()
                    .urlEncodingEnabled(false)
                    .get(found.getString("items[" + i + "].permalink"))
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath()
                    .getList("series[0].points.value", Double.class)
                    .stream()
                    .mapToDouble(Double::doubleValue)
                    .sum();
            assertThat(found.getDouble("items[" + i + "].value")).isCloseTo(sum, withinPercentage(1e-4));
        }
    }

    @Test
    void aNumberThatNothingComesNearToHasNoScope() {
        OfficialFiles.ENCOUNTERS_2024_10.imported();
        given().queryParam("value", "99999999")
                .get("/v1/figures/scopes")
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
    }

    @ParameterizedTest
    @CsvSource({
        "unit=encounters, value",
        "value=3e6, value",
        "value=3201144&unit=people, unit",
        "value=3201144&period=last year, period",
        "value=3201144&period=2023-11/2023-10, period",
        "value=3201144&limit=51, limit",
        "value=3201144&speriod=2023, speriod",
    })
    void aWrongParameterIsNamed(String query, String field) {
        given().get("/v1/figures/scopes?" + query)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations[0].field", equalTo(field));
    }

    /** The slowest kind of search: shares and changes of every span. The median of warm runs, as the machine is shared. */
    @Test
    void aSearchOfTheWholeFileTakesLessThan200Milliseconds() {
        OfficialFiles.ENCOUNTERS_2024_10.imported();
        for (ScopeUnit unit : ScopeUnit.values()) {
            ScopeQuery query = new ScopeQuery(
                    BigDecimal.valueOf(54),
                    Measure.ENCOUNTERS,
                    unit,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    10);
            List<Duration> times = IntStream.range(0, 15)
                    .mapToObj(i -> {
                        Instant start = Instant.now();
                        assertThat(finder.find(query)).hasSize(10);
                        return Duration.between(start, Instant.now());
                    })
                    .sorted()
                    .toList();
            assertThat(times.get(7)).as("%s: %s", unit, times).isLessThan(Duration.ofMillis(200));
        }
    }
}
