package org.puente.statistics.figure;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.puente.statistics.testsupport.OfficialFiles;

/**
 * What the official files say about each figure of the reference data. The expected values are sums of the lines of the
 * official files by a script of a few lines of Python, independent of this service; those of the day are the first prints.
 */
@QuarkusTest
class ReportedFiguresTest {

    private static final Percentage ROUNDING = withinPercentage(1e-3);

    @ParameterizedTest(name = "{0} {2}")
    @CsvSource({
        "R01, southwest-per-day-early-december-2023, rounded, , 9741.3226",
        "R02, southwest-fiscal-year-2023-white-house, rounded, , 2475669",
        "R03, southwest-fiscal-year-2023-nearly-2500000, rounded, , 2475669",
        "R04, southwest-per-day-december-2023, rounded, , 9741.3226",
        "R06, southwest-november-2023, matches-then, 242418, 242399",
        "R07, southwest-november-2023-highest-november, matches-now, , 1",
        "R08, border-patrol-share-november-2023, rounded, , 78.8394",
        "R09, southwest-novembers-before-fiscal-year-2022, matches-now, , 72113",
        "R14, southwest-fiscal-year-2024-to-november, matches-then, 483404, 483326",
        "R15, nationwide-fiscal-year-2024-to-november, matches-now, , 617629",
        "R17, border-patrol-per-day-december-2023, peak-not-mean, , 8056.1290",
        "R21, southwest-per-day-mid-december-2023, peak-not-mean, , 9741.3226",
        "R22, southwest-fiscal-year-2022-over-2000000, matches-now, , 2378944",
        "R23, southwest-fiscal-year-2023-over-2000000, matches-now, , 2475669",
        "R24, border-patrol-november-2023, matches-now, , 191106",
    })
    void publishedTotalsDecide(String reference, String slug, String verdict, Double then, double now) {
        assertVerdict(reference, slug, verdict, then, now);
    }

    @ParameterizedTest(name = "{0} {2}")
    @CsvSource({
        "R10, drug-weight-november-2023, contradicted, , 28.6972",
        "R11, methamphetamine-weight-november-2023, rounded, , 54.2251",
        "R12, fentanyl-weight-november-2023, contradicted, , 24.4057",
        "R13, cocaine-weight-november-2023, contradicted, , -12.1195",
        "R16, cuba-venezuela-share-fiscal-year-2024-to-november, matches-now, , 19.9681",
    })
    void officialFilesDecide(String reference, String slug, String verdict, Double then, double now) {
        OfficialFiles.ENCOUNTERS_2024_10.imported();
        OfficialFiles.DRUGS_2026_01.imported();
        assertVerdict(reference, slug, verdict, then, now);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "R05, caravan-december-2023-hundreds-or-thousands",
        "R18, mexican-detections-2023",
        "R19, mexican-personnel-december-2023",
        "R20, caravan-december-2023-let-through",
        "R25, caravan-december-2023-tapachula",
    })
    void whatNoOfficialFileHoldsIsNotTestable(String reference, String slug) {
        given().get("/v1/figures/" + slug).then().statusCode(200).body("reference", equalTo(reference));
        given().get("/v1/figures/" + slug + "/check")
                .then()
                .statusCode(200)
                .body("verdict", equalTo("not-testable"))
                .body("then", nullValue())
                .body("now", nullValue())
                .body("why", startsWith("Puente holds no official data of"));
    }

    private static void assertVerdict(String reference, String slug, String verdict, Double then, double now) {
        given().get("/v1/figures/" + slug).then().statusCode(200).body("reference", equalTo(reference));
        JsonPath check = given().get("/v1/figures/" + slug + "/check")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(check.getString("verdict")).as(check.prettify()).isEqualTo(verdict);
        assertThat(check.getDouble("now.value")).isCloseTo(now, ROUNDING);
        if (then == null) {
            assertThat(check.getString("then.value")).isNull();
            assertThat(check.getString("then.reason")).isNotBlank();
            assertThat(check.getString("judgedBy")).isEqualTo("now");
        } else {
            assertThat(check.getDouble("then.value")).isEqualTo(then);
            assertThat(check.getString("judgedBy")).isEqualTo("then");
        }
        assertThat(check.getString("rule")).isNotBlank();
        assertThat(check.getString("why")).endsWith(".");
    }

    @Test
    void severalFiguresAreCheckedAsEachAlone() {
        JsonPath checks = given().queryParam(
                        "figure", "southwest-november-2023,nobody-said-so,mexican-detections-2023,nobody-said-so")
                .get("/v1/figures/checks")
                .then()
                .statusCode(200)
                .body("total", equalTo(3))
                .body(
                        "items.figure",
                        equalTo(List.of("southwest-november-2023", "nobody-said-so", "mexican-detections-2023")))
                .body("items[0].check.verdict", equalTo("matches-then"))
                .body("items[1].check", nullValue())
                .body("items[1].refused", equalTo("There is no figure 'nobody-said-so'"))
                .body("items[2].check.verdict", equalTo("not-testable"))
                .extract()
                .jsonPath();
        assertThat(checks.getMap("items[0].check"))
                .isEqualTo(given().get("/v1/figures/southwest-november-2023/check")
                        .jsonPath()
                        .getMap(""));
    }

    @Test
    void noneAndTooManyFiguresAreRefused() {
        String many = IntStream.range(0, 51).mapToObj(i -> "figure-" + i).collect(Collectors.joining(","));
        for (String query : List.of("", "?figure=", "?figure=,", "?figure=" + many)) {
            given().get("/v1/figures/checks" + query)
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json")
                    .body("violations.field", hasItem("figure"))
                    .body("detail", equalTo("figure: names 1 to 50 figures with commas between"));
        }
    }

    @Test
    void aRevisedFigureShowsBothValues() {
        given().get("/v1/figures/southwest-november-2023/check")
                .then()
                .body("difference", equalTo(0))
                .body("then.asOf", equalTo("2023-12-28"))
                .body("then.releases", hasItem(startsWith("encounters-first-prints-2023-12-22")))
                .body(
                        "then.permalink",
                        allOf(
                                startsWith(
                                        "/v1/encounters/series?measure=encounters&region=southwest&from=2023-11&to=2023-11"),
                                containsString("&release=encounters-first-prints-2023-12-22")))
                .body(
                        "why",
                        equalTo("The data as published by 2023-12-28 give 242,418 encounters; today's give 242,399."))
                .body("ruleCode", equalTo("exactly"))
                .body("whyCode.code", equalTo("as-published"))
                .body("whyCode.values.then", equalTo(242418))
                .body("whyCode.values.now", equalTo(242399))
                .body("whyCode.values.asOf", equalTo("2023-12-28"));
    }

    @Test
    void theRecordOfFiscalYearsComesWithTheCalendarYearsException() {
        given().get("/v1/figures/southwest-novembers-before-fiscal-year-2022/check")
                .then()
                .body("notes", hasItem("The next one, 2021-11, lies in fiscal year 2022 and had 174,845."))
                .body("noteCodes.code", contains("compared", "next-one"))
                .body("noteCodes[1].values.month", equalTo("2021-11"))
                .body("noteCodes[1].values.value", equalTo(174845));
    }

    @Test
    void aPartOfAMonthIsJudgedByTheWholeAndSaysSo() {
        given().get("/v1/figures/southwest-per-day-early-december-2023/check")
                .then()
                .body("notes", hasItem("Official files are monthly: the mean is that of the whole of 2023-12."));
    }

    @Test
    void theNationwideTotalSaidOfTheSouthwestBorderIsAScopeMismatch() {
        given().contentType("application/json")
                .body("""
                        {"metric": "encounters", "filters": {"region": "southwest"},
                         "period": {"from": "2022-10", "to": "2023-09"},
                         "comparator": "exactly", "value": 3201144, "unit": "encounters"}""")
                .post("/v1/figures/check")
                .then()
                .statusCode(200)
                .body("verdict", equalTo("scope-mismatch"))
                .body("then", nullValue())
                .body("now.value", equalTo(2475669))
                .body("rightFor[0].filters.size()", equalTo(0))
                .body(
                        "why",
                        equalTo("3,201,144 is the figure for: All encounters, nationwide, fiscal year 2023: total;"
                                + " for the slice as said it is 2,475,669."));
    }

    @ParameterizedTest
    @CsvSource({"usbp, -95.4, -95.4375", "'usbp,ofo', -84.1, -84.0860"})
    void cubansHaitiansNicaraguansAndVenezuelansOfMarch2023AgainstDecember2022(
            String components, double said, double value) {
        OfficialFiles.ENCOUNTERS_2024_10.imported();
        JsonPath check = given().contentType("application/json")
                .body("""
                        {"metric": "encounters-change",
                         "filters": {"region": "southwest", "component": "%s", "citizenship": "CUB,HTI,NIC,VEN"},
                         "period": {"from": "2023-03", "to": "2023-03"},
                         "comparedWith": {"from": "2022-12", "to": "2022-12"},
                         "comparator": "exactly", "value": %s, "unit": "percent"}""".formatted(components, said))
                .post("/v1/figures/check")
                .then()
                .statusCode(200)
                .body("verdict", equalTo("matches-now"))
                .body("now.comparedPermalink", containsString("from=2022-12&to=2022-12"))
                .extract()
                .jsonPath();
        assertThat(check.getDouble("now.value")).isCloseTo(value, ROUNDING);
    }

    @Test
    void aTotalOfAPartOfAMonthIsNotReproducible() {
        given().contentType("application/json")
                .body("""
                        {"metric": "encounters", "filters": {"region": "southwest"},
                         "period": {"from": "2023-12-01", "to": "2023-12-21"},
                         "comparator": "about", "value": 200000, "unit": "encounters", "saidOn": "2023-12-22"}""")
                .post("/v1/figures/check")
                .then()
                .statusCode(200)
                .body("verdict", equalTo("not-reproducible"))
                .body("why", containsString("official files are monthly"))
                .body("whyCode.code", equalTo("not-carried"))
                .body("now.reasonCode.code", equalTo("not-whole-months"))
                .body("now.reasonCode.values.to", equalTo("2023-12-21"));
    }

    @ParameterizedTest
    @CsvSource({"encounters-rank, rank", "encounters-highest, encounters"})
    void aRecordThatIncludesAnUncoveredMonthIsNotReproducible(String metric, String unit) {
        given().contentType("application/json")
                .body("""
                        {"metric": "%s", "filters": {"region": "southwest"},
                         "period": {"from": "2099-11", "to": "2099-11"},
                         "comparator": "exactly", "value": 1, "unit": "%s"}""".formatted(metric, unit))
                .post("/v1/figures/check")
                .then()
                .statusCode(200)
                .body("verdict", equalTo("not-reproducible"))
                .body("why", containsString("no release of this view covers 2099-11"))
                .body("now.reasonCode.code", equalTo("not-covered"))
                .body("now.reasonCode.values.months", contains("2099-11"));
    }

    @Test
    void aFilterWithoutAValueIsRefused() {
        given().contentType("application/json")
                .body("""
                        {"metric": "encounters", "filters": {"region": null},
                         "period": {"from": "2023-11", "to": "2023-11"},
                         "comparator": "exactly", "value": 1, "unit": "encounters"}""")
                .post("/v1/figures/check")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations[0].field", equalTo("filters"));
    }

    @Test
    void theListFiltersByVerdict() {
        OfficialFiles.DRUGS_2026_01.imported();
        given().queryParam("verdict", "contradicted")
                .queryParam("speaker", "cbp")
                .queryParam("metric", "drug-weight-change")
                .get("/v1/figures")
                .then()
                .statusCode(200)
                .body("items.reference", equalTo(java.util.List.of("R13", "R10", "R12")))
                .body("items.verdict", equalTo(java.util.List.of("contradicted", "contradicted", "contradicted")))
                .body("total", equalTo(3));
    }
}
