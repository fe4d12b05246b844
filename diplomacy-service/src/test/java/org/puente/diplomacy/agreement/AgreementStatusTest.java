package org.puente.diplomacy.agreement;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.puente.diplomacy.testsupport.Api.anyone;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.puente.diplomacy.testsupport.DiplomacyTest;

@DiplomacyTest
class AgreementStatusTest {

    @ParameterizedTest
    @CsvSource({
        "merida-initiative, 2007-10-21, not-yet,",
        "merida-initiative, 2007-10-22, in-force, 2007-10-22",
        "merida-initiative, 2021-10-07, in-force, 2007-10-22",
        "merida-initiative, 2021-10-08, superseded, 2021-10-08",
        "bicentennial-framework, 2021-10-07, not-yet,",
        "bicentennial-framework, 2021-10-08, in-force, 2021-10-08",
        "return-of-third-country-nationals, 2023-05-01, not-yet,",
        "return-of-third-country-nationals, 2023-05-02, announced, 2023-05-02",
        "return-of-third-country-nationals, 2023-05-11, in-force, 2023-05-11",
        "temporary-stay-of-asylum-seekers, 2022-08-07, in-force, 2019-01-25",
        "temporary-stay-of-asylum-seekers, 2022-08-08, ended, 2022-08-08",
        "understandings-of-december-2023, 2023-12-26, not-yet,",
        "understandings-of-december-2023, 2023-12-27, in-force, 2023-12-27"
    })
    void statusFollowsFromTheActions(String slug, String on, String status, String since) {
        anyone().queryParam("on", on)
                .get("/v1/agreements/" + slug)
                .then()
                .statusCode(200)
                .body("status", equalTo(status))
                .body("statusSince", since == null ? nullValue() : equalTo(since))
                .body("statusByParty.party", contains("USA", "MEX"))
                .body("statusByParty.status", everyItem(equalTo(status)));
    }

    @Test
    void lineageIsToldFromBothSides() {
        anyone().get("/v1/agreements/merida-initiative")
                .then()
                .body("lineage.relation", contains("superseded-by"))
                .body("lineage.slug", contains("bicentennial-framework"));
        anyone().get("/v1/agreements/bicentennial-framework")
                .then()
                .body("lineage.relation", contains("supersedes"))
                .body("lineage.slug", contains("merida-initiative"));
        anyone().get("/v1/agreements/bicentennial-framework/lineage")
                .then()
                .statusCode(200)
                .body("ancestors.slug", contains("merida-initiative"))
                .body("ancestors[0].titleEs", equalTo("Iniciativa Mérida"))
                .body("ancestors[0].until", equalTo("2021-10-08"))
                .body("ancestors[0].link", equalTo("../merida-initiative"))
                .body("descendants.size()", equalTo(0));
        anyone().get("/v1/agreements/merida-initiative/lineage")
                .then()
                .statusCode(200)
                .body("ancestors.size()", equalTo(0))
                .body("descendants.slug", contains("bicentennial-framework"))
                .body("descendants.relation", contains("superseded-by"));
    }

    @Test
    void lineageLeadsToTheEngagementThatAnAgreementAroseFrom() {
        anyone().get("/v1/agreements/understandings-of-december-2023/lineage")
                .then()
                .statusCode(200)
                .body("ancestors.kind", contains("engagement"))
                .body("ancestors.link", contains("../../engagements/mexico-city-meeting-2023-12-27"));
        anyone().get("/v1/engagements/mexico-city-meeting-2023-12-27")
                .then()
                .body("agreements.slug", contains("understandings-of-december-2023"));
    }

    @Test
    void returnArrangementIsInForceAtTheTalksAndNamesFourNationalities() {
        anyone().queryParam("on", "2023-12-27")
                .queryParam("nationality", "CUB")
                .queryParam("status", "in-force")
                .get("/v1/agreements")
                .then()
                .statusCode(200)
                .body("total", equalTo(1))
                .body("items[0].reference", equalTo("G6"))
                .body("items[0].nationalities", contains("CUB", "HTI", "NIC", "VEN"))
                .body("items[0].parties.name", contains("United States", "Mexico"));
    }

    @Test
    void listOfADayHoldsExactlyTheAgreementsInForce() {
        anyone().queryParam("on", "2023-12-27")
                .queryParam("status", "in-force")
                .queryParam("party", "MEX")
                .queryParam(
                        "source",
                        "blinken-to-travel-to-mexico,blinken-visit-spurs-migration-talks,joint-humanitarian-plan")
                .get("/v1/agreements")
                .then()
                .statusCode(200)
                .body("items.reference", contains("G2", "G3", "G5", "G4", "G6", "G7"))
                .body("items.status", everyItem(equalTo("in-force")));
    }

    @Test
    void expandPutsCommitmentsWholeIntoTheAgreement() {
        anyone().queryParam("expand", "commitments,sources")
                .get("/v1/agreements/understandings-of-december-2023")
                .then()
                .statusCode(200)
                .body("commitments.size()", equalTo(3))
                .body("commitments.find { it.slug == 'reopen-closed-crossings' }.expanded.status", equalTo("kept"))
                .body("sources.expanded.reference", hasItem("S2"));
    }
}
