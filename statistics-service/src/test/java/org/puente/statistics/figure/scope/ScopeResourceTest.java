package org.puente.statistics.figure.scope;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.puente.statistics.testsupport.OfficialFiles;

/** Expected values are sums of the official files by a script, independent of this service. */
@QuarkusTest
class ScopeResourceTest {

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

    @ParameterizedTest
    @CsvSource({
        "/v1/figures/scopes?value=3201144&period=FY2023, items[0].permalink",
        "/v1/figures/southwest-fiscal-year-2023-white-house/check, now.permalink"
    })
    void behindAProxyAPermalinkBeginsWithItsPrefix(String path, String permalink) {
        OfficialFiles.ENCOUNTERS_2024_10.imported();
        given().header("X-Forwarded-Prefix", "/api")
                .urlEncodingEnabled(false)
                .get(path)
                .then()
                .statusCode(200)
                .body(permalink, startsWith("/api/v1/encounters/series?"));
    }
}
