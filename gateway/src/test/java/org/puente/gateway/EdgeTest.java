package org.puente.gateway;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.puente.gateway.FakeServices.DIPLOMACY;
import static org.puente.gateway.FakeServices.STATISTICS;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What holds for joins and for what passes through alike. */
@QuarkusTest
@WithTestResource(value = FakeServices.class, scope = TestResourceScope.GLOBAL)
class EdgeTest {

    private static final String NEWS = "https://news.example";
    private static final String JOIN = "/api/v1/known-on/2022-02-02";
    private static final String PASSED = "/api/v1/releases/edge";

    @BeforeEach
    void bothServicesAnswer() {
        STATISTICS
                .json("/v1/encounters/series", Samples.answer(Samples.series("{}", "2021-11", "173620")))
                .json("/v1/releases/edge", "{}");
        DIPLOMACY.json("/v1/agreements", Samples.page(Samples.AGREEMENT));
    }

    @Test
    void pagesOfANamedOriginMayReadAndSeeTheFieldsTheyNeed() {
        for (String path : new String[] {JOIN, PASSED}) {
            Response answer = given().header("Origin", NEWS).get(path);
            answer.then()
                    .statusCode(200)
                    .header("Access-Control-Allow-Origin", NEWS)
                    .header("Access-Control-Expose-Headers", containsString("ETag"));
            assertThat(answer.headers().getValues("Access-Control-Allow-Origin"))
                    .hasSize(1);
        }
        given().header("Origin", NEWS)
                .header("Access-Control-Request-Method", "PUT")
                .header("Access-Control-Request-Headers", "If-Match")
                .options(PASSED)
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Methods", containsString("PUT"))
                .header("Access-Control-Max-Age", equalTo("3600"));
        given().header("Origin", NEWS)
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "Content-Type")
                .options("/graphql")
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Methods", containsString("POST"));
        assertThat(STATISTICS.requests("/v1/releases/edge"))
                .allMatch(seen -> seen.method().name().equals("GET"));
    }

    @Test
    void pagesOfOtherOriginsMayNot() {
        given().header("Origin", "https://evil.example")
                .get(JOIN)
                .then()
                .header("Access-Control-Allow-Origin", nullValue());
    }

    @Test
    void headAnswersAsGetWithoutABody() {
        String tag = when().get(JOIN).header("ETag");
        Response head = when().head(JOIN);
        head.then().statusCode(200).header("ETag", tag);
        assertThat(head.asByteArray()).isEmpty();
    }

    @Test
    void joinsAreCompressedUnderATagOfTheirOwn() {
        Response zipped = given().header("Accept-Encoding", "gzip").get(JOIN);
        zipped.then().header("Content-Encoding", "gzip");
        assertThat(zipped.header("ETag")).matches("\"[0-9a-f]{32}-gzip\"");
        given().header("Accept-Encoding", "gzip")
                .header("If-None-Match", zipped.header("ETag"))
                .get(JOIN)
                .then()
                .statusCode(304);
    }

    @Test
    void aMethodThatAJoinLacksGoesToTheServiceThatMayHaveIt() {
        DIPLOMACY.on(
                "/v1/ports/lukeville",
                request -> request.response().setStatusCode(204).end());
        given().body("{}")
                .contentType("application/json")
                .put("/api/v1/ports/lukeville")
                .then()
                .statusCode(204);
        given().delete("/api/v1/briefing").then().statusCode(405).contentType("application/problem+json");
    }
}
