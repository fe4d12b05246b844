package org.puente.diplomacy.money;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.puente.diplomacy.testsupport.Api.anyone;
import static org.puente.diplomacy.testsupport.Api.create;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.puente.diplomacy.testsupport.DiplomacyTest;

@DiplomacyTest
class PledgeTest {

    @Test
    void moneyOfTheUnitedStatesAndOfMexicoStandsApart() {
        anyone().queryParam("agreement", "joint-border-infrastructure-plan")
                .get("/v1/pledges/sums")
                .then()
                .statusCode(200)
                .body("sums.payer.code", contains("MEX", "USA"))
                .body("sums.rung", contains("pledge", "pledge"))
                .body("sums.currency", contains("USD", "USD"))
                .body("sums[0].amount", equalTo(1500000000))
                .body("sums[1].amount", equalTo(3400000000L))
                .body("notes[0]", containsString("not added up"));
    }

    @Test
    void sumsSplitByYearAndFilterByPayer() {
        anyone().queryParam("party", "USA")
                .queryParam("agreement", "joint-border-infrastructure-plan")
                .queryParam("by", "year")
                .get("/v1/pledges/sums")
                .then()
                .statusCode(200)
                .body("sums.year", contains(2022))
                .body("sums[0].pledges.slug", contains("usa-land-ports-construction"));
        anyone().queryParam("on", "2022-07-11")
                .queryParam("agreement", "joint-border-infrastructure-plan")
                .get("/v1/pledges/sums")
                .then()
                .body("sums.size()", equalTo(0))
                .body(
                        "leftOut.pledge.slug",
                        containsInAnyOrder("usa-land-ports-construction", "mexico-border-infrastructure"))
                .body("leftOut[0].reason", containsString("after 2022-07-11"))
                .body("leftOut[0].reasonCode.code", equalTo("dated-later"))
                .body("leftOut[0].reasonCode.values.on", equalTo("2022-07-11"));
    }

    @Test
    void sumsRefuseWhatBelongsToPages() {
        anyone().queryParam("limit", 5)
                .get("/v1/pledges/sums")
                .then()
                .statusCode(400)
                .body("violations.field", contains("limit"));
        anyone().queryParam("by", "month").get("/v1/pledges/sums").then().statusCode(400);
    }

    @Test
    void amountsKeepToTheirCurrency() {
        Map<String, Object> pledge = new HashMap<>(Map.of(
                "slug", "too-precise",
                "title", "Too precise",
                "rung", "pledge",
                "payer", "USA",
                "amount", 1.005,
                "currency", "USD",
                "date", "2020-01-01"));
        create("pledges", "ana", pledge)
                .then()
                .statusCode(422)
                .body("violations.reason", contains("USD has 2 digits after the point"));
        pledge.put("currency", "DOLLARS");
        pledge.put("amount", -1);
        pledge.put("overlaps", List.of("too-precise"));
        create("pledges", "ana", pledge)
                .then()
                .statusCode(422)
                .body("violations.field", containsInAnyOrder("currency", "amount", "slug"));
    }
}
