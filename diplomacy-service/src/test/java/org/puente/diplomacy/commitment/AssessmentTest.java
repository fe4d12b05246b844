package org.puente.diplomacy.commitment;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.puente.diplomacy.testsupport.Api.anyone;
import static org.puente.diplomacy.testsupport.Api.as;
import static org.puente.diplomacy.testsupport.Api.create;
import static org.puente.diplomacy.testsupport.Api.publish;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.puente.diplomacy.testsupport.DiplomacyTest;
import org.puente.diplomacy.testsupport.Tokens;

@DiplomacyTest
class AssessmentTest {

    private static Response assess(String commitment, Map<String, ?> rating) {
        return as(Tokens.reviewer("rosa"))
                .contentType(ContentType.JSON)
                .body(rating)
                .post("/v1/commitments/" + commitment + "/assessments");
    }

    private static void commitment(String slug) {
        create(
                        "commitments",
                        "ana",
                        Map.of(
                                "slug",
                                slug,
                                "title",
                                "Build a bridge",
                                "agreement",
                                "joint-border-infrastructure-plan",
                                "owners",
                                List.of("USA"),
                                "due",
                                "1996-12-31",
                                "sources",
                                List.of("public-record")))
                .then()
                .statusCode(201);
        publish("/v1/commitments/" + slug, "rosa");
    }

    @Test
    void ratingMayGoBackAndTheHistoryStays() {
        commitment("rated");
        assess("rated", Map.of("rating", "in-the-works", "date", "1996-02-01"))
                .then()
                .statusCode(201)
                .body("assessor", equalTo("rosa"))
                .body("slug", equalTo("rated-1"));
        assess("rated", Map.of("rating", "kept", "date", "1996-03-01", "evidence", List.of("public-record")))
                .then()
                .statusCode(201);
        assess("rated", Map.of("rating", "stalled", "date", "1996-04-01"))
                .then()
                .statusCode(201);
        String[][] expected = {
            {"1996-01-31", "not-assessed"},
            {"1996-02-01", "in-the-works"},
            {"1996-03-31", "kept"},
            {"1996-04-01", "stalled"}
        };
        for (String[] day : expected) {
            anyone().queryParam("on", day[0])
                    .get("/v1/commitments/rated")
                    .then()
                    .statusCode(200)
                    .body("status", equalTo(day[1]))
                    .body("assessments.rating", contains("in-the-works", "kept", "stalled"));
            anyone().queryParam("on", day[0])
                    .queryParam("status", day[1])
                    .queryParam("limit", 200)
                    .get("/v1/commitments")
                    .then()
                    .body("items.slug", hasItem("rated"));
        }
        anyone().queryParam("from", "1996-01-01")
                .queryParam("to", "1996-12-31")
                .queryParam("kind", "assessment")
                .queryParam("party", "USA")
                .get("/v1/timeline")
                .then()
                .body("items.date", contains("1996-02-01", "1996-03-01", "1996-04-01"))
                .body("items[1].sources.slug", contains("public-record"));
    }

    @Test
    void ratingThatWasNotYetKnownIsNotTold() {
        commitment("rated-later");
        String before = anyone().get("/v1/commitments/rated-later").path("editorial.knownSince");
        assess("rated-later", Map.of("rating", "stalled", "date", "1996-05-01"))
                .then()
                .statusCode(201);
        anyone().queryParam("asOf", before)
                .get("/v1/commitments/rated-later")
                .then()
                .body("status", equalTo("not-assessed"))
                .body("assessments.size()", equalTo(0));
        anyone().get("/v1/commitments/rated-later").then().body("status", equalTo("stalled"));
    }

    @Test
    void verdictNeedsEvidenceAndNoRatingComesFromTheFuture() {
        commitment("rated-badly");
        for (String verdict : List.of("kept", "broken")) {
            assess("rated-badly", Map.of("rating", verdict, "date", "1996-02-01"))
                    .then()
                    .statusCode(422)
                    .body("violations.field", contains("evidence"));
        }
        assess("rated-badly", Map.of("rating", "stalled", "date", "2999-01-01"))
                .then()
                .statusCode(422)
                .body("violations.field", contains("date"));
        assess("rated-badly", Map.of("rating", "done", "date", "1996-02-01"))
                .then()
                .statusCode(422)
                .body("violations.reason", hasItem(containsString("'done' is not one of not-started")));
        assess("nothing-like-it", Map.of("rating", "stalled", "date", "1996-02-01"))
                .then()
                .statusCode(404);
        as(Tokens.editor("ana"))
                .contentType(ContentType.JSON)
                .body(Map.of("rating", "stalled", "date", "1996-02-01"))
                .post("/v1/commitments/rated-badly/assessments")
                .then()
                .statusCode(403);
    }

    @Test
    void commitmentOfTheTalksTellsItsConditionAndWasKeptWhenThePortsOpened() {
        anyone().queryParam("on", "2024-01-03")
                .get("/v1/commitments/reopen-closed-crossings")
                .then()
                .statusCode(200)
                .body("status", equalTo("not-assessed"))
                .body("condition.records.slug", contains("act-against-smugglers", "fewer-migrants-across-mexico"));
        anyone().queryParam("on", "2024-01-04")
                .get("/v1/commitments/reopen-closed-crossings")
                .then()
                .body("status", equalTo("kept"))
                .body("assessments[0].evidence", hasItem("cbp-resumes-four-ports"));
        anyone().get("/v1/commitments/fewer-migrants-across-mexico")
                .then()
                .body("indicator.dataset", equalTo("encounters"))
                .body("indicator.filters.region", contains("southwest"))
                .body("indicator.threshold", equalTo(0));
    }
}
