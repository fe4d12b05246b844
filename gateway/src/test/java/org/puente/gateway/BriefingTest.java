package org.puente.gateway;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.puente.gateway.FakeServices.DIPLOMACY;
import static org.puente.gateway.FakeServices.STATISTICS;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = FakeServices.class, scope = TestResourceScope.GLOBAL)
class BriefingTest {

    private static final AtomicInteger DAY = new AtomicInteger();

    /** A day of its own for each test, as the gateway keeps answers. */
    private final LocalDate on = LocalDate.parse("2023-12-27").plusYears(DAY.incrementAndGet());

    private final String path = "/api/v1/briefing?on=" + on;

    @BeforeEach
    void bothServicesAnswer() {
        STATISTICS.json(
                "/v1/encounters/series",
                Samples.answer(Samples.series("{}", "2023-10", "240986", "2023-11", "242418", "2023-12", "null")));
        DIPLOMACY
                .json("/v1/agreements", Samples.page(Samples.AGREEMENT))
                .json(
                        "/v1/engagements",
                        Samples.page(
                                "{\"slug\":\"e3\",\"title\":\"Talks\",\"kind\":\"meeting\",\"date\":\"2023-12-27\"}"));
        await().atMost(Duration.ofSeconds(5))
                .until(() -> when().get("/api/v1/engagements").statusCode() == 200);
    }

    @Test
    void joinsTheNewestKnownMonthWithWhatIsInForceAndWhoMet() {
        Response answer = when().get(path);
        answer.then()
                .statusCode(200)
                .body("on", equalTo(on.toString()))
                .body("encounters.period", equalTo("2023-11"))
                .body("encounters.value", equalTo(242418))
                .body("encounters.releases.publishedOn", contains("2023-12-22"))
                .body("agreements.slug", contains("return-of-third-country-nationals"))
                .body("engagements.slug", contains("e3"))
                .body("missing", empty());
        assertThat(answer.header("Cache-Control")).contains("public", "max-age=10");
        assertThat(answer.header("Server-Timing")).contains("statistics;dur=", "diplomacy;dur=", "total;dur=");
        assertThat(STATISTICS.requests("/v1/encounters/series").get(0).query())
                .contains("region=southwest", "asOf=" + on);
        assertThat(DIPLOMACY.requests("/v1/agreements").get(0).query()).contains("on=" + on, "status=in-force");
        given().header("If-None-Match", answer.header("ETag")).get(path).then().statusCode(304);
    }

    @Test
    void withOneServiceDownItAnswersNamesItAndIsNotKept() {
        DIPLOMACY.on("/v1/agreements", request -> request.connection().close());
        when().get(path)
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .header("ETag", nullValue())
                .body("encounters.value", equalTo(242418))
                .body("agreements", nullValue())
                .body("engagements.slug", contains("e3"))
                .body("missing.upstream", contains("diplomacy"))
                .body("missing.reason", contains("can't be reached"))
                .body("missing.code", contains("unreachable"));
    }

    @Test
    void whatIsLateOrGarbageOrFailsIsNamedAsWell() {
        STATISTICS.on("/v1/encounters/series", request -> {});
        DIPLOMACY
                .json("/v1/agreements", "<html>oops</html>")
                .on("/v1/engagements", request -> FakeService.problem(request, 500, "secret"));
        long start = System.nanoTime();
        when().get(path)
                .then()
                .statusCode(200)
                .body("missing.upstream", containsInAnyOrder("statistics", "diplomacy", "diplomacy"))
                .body("missing.code", containsInAnyOrder("late", "unreadable", "failed"))
                .body("missing.reason", hasItem("did not answer in time"))
                .body("missing.reason", hasItem("answered with something that can't be read"))
                .body("missing.reason", hasItem("answered with status 500"));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(2900));
    }

    @Test
    void aRefusalOfAServiceIsPassedOnInItsOwnWords() {
        STATISTICS.on(
                "/v1/encounters/series",
                request -> FakeService.problem(request, 422, "No release covers these months by this date"));
        when().get(path)
                .then()
                .statusCode(200)
                .body("encounters", nullValue())
                .body("missing.reason", contains("No release covers these months by this date"))
                .body("missing.code", contains("refused"));
    }

    @Test
    void aDateThatIsNoneIsRefused() {
        when().get("/api/v1/briefing?on=2023-02-31")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations.field", contains("on"))
                .body("detail", equalTo("on: '2023-02-31' can't be read: a day is written 2023-12-28"));
        when().get("/api/v1/briefing?day=2023-02-01").then().statusCode(400).body("validParameters", contains("on"));
    }
}
