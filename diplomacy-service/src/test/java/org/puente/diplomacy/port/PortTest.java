package org.puente.diplomacy.port;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.puente.diplomacy.testsupport.Api.anyone;
import static org.puente.diplomacy.testsupport.Api.create;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.puente.diplomacy.testsupport.DiplomacyTest;

@DiplomacyTest
class PortTest {

    @ParameterizedTest
    @CsvSource({
        "2023-11-26, 0",
        "2023-11-27, 1",
        "2023-12-04, 3",
        "2023-12-09, 4",
        "2023-12-18, 6",
        "2023-12-21, 6",
        "2023-12-22, 4",
        "2023-12-27, 4",
        "2024-01-03, 4",
        "2024-01-04, 0",
        "2024-01-05, 0"
    })
    void soManyPortsAreSuspendedOnADay(String on, int suspended) {
        anyone().queryParam("on", on)
                .queryParam("status", "suspended")
                .get("/v1/ports")
                .then()
                .statusCode(200)
                .body("total", equalTo(suspended));
    }

    @Test
    void railCrossingsHadResumedAtTheTalks() {
        anyone().queryParam("on", "2023-12-27")
                .queryParam("status", "suspended")
                .queryParam("sort", "title")
                .get("/v1/ports")
                .then()
                .body(
                        "items.slug",
                        contains("eagle-pass-bridge-1", "lukeville", "nogales-morley-gate", "san-ysidro-pedwest"));
        anyone().queryParam("on", "2023-12-27")
                .queryParam("traffic", "rail")
                .get("/v1/ports")
                .then()
                .body("items.slug", containsInAnyOrder("eagle-pass-rail", "el-paso-rail"))
                .body("items.status", contains("open", "open"))
                .body("items.statusSince", contains("2023-12-22", "2023-12-22"));
    }

    @Test
    void portsFilterByFederalStateAndArea() {
        anyone().queryParam("federalState", "AZ").get("/v1/ports").then().body("total", equalTo(2));
        anyone().queryParam("area", "laredo-field-office")
                .get("/v1/ports")
                .then()
                .body("total", equalTo(2));
    }

    @Test
    void measureThatEndsBeforeItBeginsIsRefused() {
        create(
                        "ports",
                        "ana",
                        Map.of(
                                "slug", "backwards",
                                "title", "Backwards",
                                "country", "USA",
                                "state", "TX",
                                "traffic", List.of("rail"),
                                "measures",
                                        List.of(Map.of(
                                                "kind", "suspended", "from", "2020-01-02", "until", "2020-01-02"))))
                .then()
                .statusCode(422)
                .body("violations.field", contains("measures[0].until"));
    }
}
