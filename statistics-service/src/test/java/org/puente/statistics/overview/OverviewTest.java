package org.puente.statistics.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.puente.statistics.testsupport.Documented.client;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.puente.statistics.testsupport.OfficialFiles;

/** Expected numbers are sums of the official files, computed apart. */
@QuarkusTest
class OverviewTest {

    private static Response get(String path) {
        return client().get(path);
    }

    @Test
    void aMonthAtAGlanceIsComparedAndRanked() {
        String release = OfficialFiles.ENCOUNTERS_2024_10.imported();
        Response summary = get("/v1/encounters/summary?region=southwest&month=2023-11&release=" + release);
        summary.then()
                .statusCode(200)
                .header("Cache-Control", containsString("immutable"))
                .body("value", equalTo(242399))
                .body("status", equalTo("final"))
                .body("perDay", equalTo(8079.966667f))
                .body("monthBefore.value", equalTo(240927))
                .body("monthBefore.change", equalTo(242399 - 240927))
                .body("yearBefore.value", equalTo(235173))
                .body("yearBefore.percentChange", equalTo(3.072632f))
                .body("fiscalYearToDate.value", equalTo(240927 + 242399))
                .body("fiscalYearToDate.fiscalYear", equalTo("FY2024"))
                .body("rank.rank", equalTo(1))
                .body("rank.of", equalTo(5))
                .body("rank.values[1].period", equalTo("2022-11"))
                .body("top.dimension", equalTo("citizenship"))
                .body("top.groups.size()", equalTo(5))
                .body("top.groups[0].code", equalTo("MEX"))
                .body("releases.id", equalTo(List.of(release)));
        Response again = get(summary.path("permalink"));
        assertThat(again.asByteArray()).isEqualTo(summary.asByteArray());
    }

    @Test
    void totalsWithoutNationalitiesSaySo() {
        String totals = get("/v1/releases?kind=encounters-monthly-totals").path("items[0].id");
        get("/v1/encounters/summary?region=southwest&release=" + totals)
                .then()
                .statusCode(200)
                .body("month", equalTo("2024-09"))
                .body("top", equalTo(null))
                .body("notes", equalTo(List.of("No release that covers 2024-09 tells figures apart by citizenship.")));
    }

    @Test
    void aMonthThatNothingCoversIsMissing() {
        String totals = get("/v1/releases?kind=encounters-monthly-totals").path("items[0].id");
        get("/v1/encounters/summary?month=2010-01&release=" + totals)
                .then()
                .statusCode(200)
                .body("value", equalTo(null))
                .body("status", equalTo("missing"))
                .body("rank.rank", equalTo(null))
                .body("notes", hasItem("No release covers 2010-01."));
    }

    @Test
    void dimensionsListCodesWithTheirOfficialSpelling() {
        get("/v1/encounters/dimensions")
                .then()
                .statusCode(200)
                .body("dimensions.code", hasItems("region", "component", "citizenship"))
                .body(
                        "dimensions.find { it.code == 'region' }.codes.find { it.code == 'southwest' }.official",
                        equalTo("Southwest Land Border"))
                .body("measures.unit", equalTo(List.of("encounters")));
        get("/v1/drug-seizures/dimensions").then().body("measures.code", equalTo(List.of("weight", "events")));
        get("/v1/encounters/dimensions?region=other").then().statusCode(400);
    }

    @Test
    void availabilityShowsWhatAFilterLeaves() {
        String release = OfficialFiles.ENCOUNTERS_2024_10.imported();
        get("/v1/encounters/availability?region=northern&fiscalYear=2024&release=" + release)
                .then()
                .statusCode(200)
                .body("months.count", equalTo(12))
                .body("dimensions.find { it.code == 'region' }.codes.code", equalTo(List.of("northern")))
                .body("dimensions.find { it.code == 'area' }.codes.code", hasItem("swanton-sector"))
                .body("dimensions.find { it.code == 'area' }.codes.code", not(hasItem("tucson-sector")))
                .body("dimensions.find { it.code == 'state' }.resolved", equalTo(false))
                .body(
                        "dimensions.find { it.code == 'region' }.codes[0].value",
                        equalTo(get("/v1/encounters/series?region=northern&fiscalYear=2024&freq=fiscal-year&release="
                                        + release)
                                .<Integer>path("series[0].points[0].value")));
    }

    @Test
    void faultsNameTheParameter() {
        get("/v1/encounters/summary?month=FY2024").then().statusCode(400).body("violations[0].field", equalTo("month"));
        get("/v1/encounters/summary?groupBy=region")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("groupBy"));
        get("/v1/drug-seizures/availability?drug=aspirin")
                .then()
                .statusCode(400)
                .body("violations[0].reason", containsString("fentanyl"));
    }
}
