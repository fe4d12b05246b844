package org.puente.diplomacy.agreement;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import org.junit.jupiter.api.Test;
import org.puente.diplomacy.testsupport.DiplomacyTest;

@DiplomacyTest
class AgreementReadTest {

    @Test
    void meridaIsInForceOnTheLastDayBeforeTheBicentennialFramework() {
        given().queryParam("on", "2021-10-07")
                .get("/v1/agreements/merida-initiative")
                .then()
                .statusCode(200)
                .body("status", equalTo("in-force"))
                .body("statusSince", equalTo("2007-10-22"));
    }

    @Test
    void meridaIsSupersededFromTheDayOfTheBicentennialFramework() {
        given().queryParam("on", "2021-10-08")
                .get("/v1/agreements/merida-initiative")
                .then()
                .statusCode(200)
                .body("status", equalTo("superseded"))
                .body("statusSince", equalTo("2021-10-08"))
                .body("lineage.find { it.relation == 'superseded-by' }.slug", equalTo("bicentennial-framework"));
        given().get("/v1/agreements/bicentennial-framework")
                .then()
                .body("lineage.find { it.relation == 'supersedes' }.slug", equalTo("merida-initiative"));
    }

    @Test
    void returnArrangementNamesItsFourNationalitiesAndIsInForceAtTheTalks() {
        given().queryParam("on", "2023-12-27")
                .queryParam("nationality", "CUB")
                .queryParam("status", "in-force")
                .get("/v1/agreements")
                .then()
                .statusCode(200)
                .body("total", equalTo(1))
                .body("items[0].reference", equalTo("G6"))
                .body("items[0].nationalities", contains("CUB", "HTI", "NIC", "VEN"))
                .body("items[0].parties.code", contains("USA", "MEX"))
                .body("items[0].statusByParty.status", hasItem("in-force"));
    }
}
