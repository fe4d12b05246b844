package org.puente.gateway;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.puente.gateway.FakeServices.DIPLOMACY;
import static org.puente.gateway.FakeServices.STATISTICS;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.core.http.HttpServerRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = FakeServices.class, scope = TestResourceScope.GLOBAL)
class JoinTest {

    private static final String SERIES = "/v1/encounters/series";

    @BeforeEach
    void bothServicesAreUp() {
        STATISTICS.json("/v1/releases", Samples.page()).json("/v1/figures", Samples.page());
        DIPLOMACY.json("/v1/topics", Samples.page());
        await().atMost(Duration.ofSeconds(30))
                .until(() -> when().get("/api/v1/topics").statusCode() == 200
                        && when().get("/api/v1/releases").statusCode() == 200);
    }

    @Test
    void impactTurnsAnAgreementIntoADateASliceAndItsRivals() {
        DIPLOMACY.json(
                "/v1/agreements/return-1", Samples.AGREEMENT.replace("return-of-third-country-nationals", "return-1"));
        STATISTICS.json("/v1/encounters/changes", Samples.changes(Samples.CHANGE));
        DIPLOMACY.json(
                "/v1/timeline",
                Samples.page(
                        Samples.lasting("event", "2023-05-11", null, "Title 42 ends", "title-42-ends"),
                        Samples.lasting("agreement-action", "2023-05-11", null, "Return: in force", "return-1"),
                        Samples.lasting("event", "2023-12-01", null, "Half of the months after", "half"),
                        Samples.lasting(
                                "port-measure", "2023-12-04", "2024-01-04", "Lukeville: suspended", "lukeville"),
                        Samples.entry("port-measure", "2024-01-04", "Lukeville: resumed", "lukeville"),
                        Samples.lasting("port-measure", "2023-05-20", "2023-06-01", "Over before", "nogales"),
                        Samples.entry("event", "2023-05-12", "In the month left out", "moment"),
                        Samples.lasting("event", "2022-06-01", null, "Before everything", "before")));
        DIPLOMACY.json(
                "/v1/commitments",
                Samples.page(Samples.COMMITMENT.replace("return-of-third-country-nationals", "return-1")));
        STATISTICS.json(
                SERIES, Samples.answer(Samples.series("{}", "2024-01", "-12.5", "2024-02", "3.1", "2024-03", "-1")));
        when().get("/api/v1/agreements/return-1/impact")
                .then()
                .statusCode(200)
                .body("event", equalTo("2023-05-11"))
                .body("action", equalTo("entered-into-force"))
                .body("nationalities", contains("CUB", "HTI", "NIC", "VEN"))
                .body("confidence", equalTo("weak"))
                .body("headline", containsString("changed by -38.4 % against the same months of the year before"))
                .body("headline", containsString("by -40.1 % against other nationalities (p 0.06)"))
                .body("headline", containsString("Title 42 ends (2023-05-11)"))
                .body("headline", containsString("of nationals of Cuba, Haiti, Nicaragua, Venezuela at the"))
                .body("headlineCode.code", equalTo("changed-after-agreement"))
                .body("headlineCode.values.percent", equalTo(-38.4f))
                .body("headlineCode.values.contrastPercent", equalTo(-40.1f))
                .body("headlineCode.values.meanwhile", contains("Title 42 ends"))
                .body("change.warningCodes.code", contains("month-split"))
                .body("change.warningCodes.values.month", contains("2023-05"))
                .body(
                        "rivals.title",
                        contains(
                                "Title 42 ends",
                                "Half of the months after",
                                "Lukeville: suspended",
                                "Lukeville: resumed"))
                // Of the 366 days after 2023-05-31: all, 183 from 2023-12-01 on, the 31 of the measure, one.
                .body("rivals.overlap", contains(1.0f, 0.5f, 0.085f, 0.003f))
                .body("rivals.until", contains(null, null, "2024-01-04", "2024-01-05"))
                // 2023-05-11 to 2023-05-31 are 21 of the 365 days before.
                .body("rivals.overlapBefore", contains(0.058f, 0.0f, 0.0f, 0.0f))
                .body("commitments.commitment.slug", contains("fewer"))
                .body("commitments.evaluation.verdict", contains("met"))
                .body("commitments.evaluation.met", contains(2))
                .body("missing", empty());
        String asked = query(STATISTICS.requests("/v1/encounters/changes").get(0));
        assertThat(asked)
                .startsWith("change=")
                .contains(
                        "event=2023-05-11",
                        "citizenship=CUB,HTI,NIC,VEN",
                        "region=southwest",
                        "contrast=others",
                        "window=12");
        assertThat(query(DIPLOMACY.requests("/v1/timeline").get(0))).contains("from=2022-06-01", "to=2024-05-31");
    }

    @Test
    void aRefusedChangeKeepsTheWordsOfTheRefusal() {
        DIPLOMACY
                .json(
                        "/v1/agreements/return-2",
                        Samples.AGREEMENT.replace("return-of-third-country-nationals", "return-2"))
                .json("/v1/timeline", Samples.page())
                .json("/v1/commitments", Samples.page());
        STATISTICS.json(
                "/v1/encounters/changes",
                Samples.changes(Samples.CHANGE
                        .replace("\"weak\"", "\"refused\"")
                        .replace("-HEADLINE-", "It can't be said")
                        .replace("\"code\":\"changed\"", "\"code\":\"months-not-covered\"")));
        when().get("/api/v1/agreements/return-2/impact")
                .then()
                .statusCode(200)
                .body("headline", equalTo("It can't be said"))
                .body("headlineCode.code", equalTo("months-not-covered"))
                .body("confidence", equalTo("refused"));
    }

    @Test
    void anImpactOfThePastKnowsNothingThatCameLater() {
        DIPLOMACY
                .json(
                        "/v1/agreements/return-3",
                        Samples.AGREEMENT.replace("return-of-third-country-nationals", "return-3"))
                .json(
                        "/v1/timeline",
                        Samples.page(Samples.lasting(
                                "port-measure", "2023-12-04", "2024-01-04", "Lukeville: suspended", "lukeville")))
                .json(
                        "/v1/commitments",
                        Samples.page(Samples.COMMITMENT
                                .replace("return-of-third-country-nationals", "return-3")
                                .replace("\"2024-01-01\"", "\"2023-11-01\"")));
        STATISTICS
                .json("/v1/encounters/changes", Samples.changes(Samples.CHANGE))
                .json(SERIES, Samples.answer(Samples.series("{}", "2023-11", "-12.5")));
        when().get("/api/v1/agreements/return-3/impact?asOf=2023-12-15")
                .then()
                .statusCode(200)
                .body("rivals.title", contains("Lukeville: suspended"))
                .body("rivals.until", contains(nullValue()))
                // From 2023-12-04 to 2024-05-31: nobody knew yet that it would end.
                .body("rivals.overlap", contains(0.492f))
                .body("missing", empty());
        assertThat(query(DIPLOMACY.requests("/v1/agreements/return-3").get(0))).isEqualTo("on=2023-12-15");
        assertThat(query(DIPLOMACY.requests("/v1/timeline").get(0))).contains("from=2022-06-01", "to=2023-12-15");
        assertThat(query(DIPLOMACY.requests("/v1/commitments").get(0))).contains("on=2023-12-15");
        assertThat(query(STATISTICS.requests("/v1/encounters/changes").get(0))).contains("asOf=2023-12-15");
        assertThat(query(STATISTICS.requests(SERIES).get(0))).contains("to=2023-12", "asOf=2023-12-15");
        when().get("/api/v1/agreements/return-3/impact?asOf=2023-05-01")
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body(
                        "detail",
                        equalTo(
                                "'return-3' was neither announced nor signed nor did it enter into force by 2023-05-01"));
    }

    @Test
    void whatAnImpactCantSayForOneReasonIsNamedAndTheRestIsThere() {
        DIPLOMACY
                .json(
                        "/v1/agreements/return-4",
                        Samples.AGREEMENT.replace("return-of-third-country-nationals", "return-4"))
                .on("/v1/timeline", request -> request.response()
                        .putHeader("content-type", "application/json")
                        .end(Samples.page(Samples.entry("event", "2023-07-01", "Again", "again"))
                                .replace("\"total\":1,\"next\":null", "\"total\":2501,\"next\":\"more\"")))
                .json(
                        "/v1/commitments",
                        Samples.page(Samples.COMMITMENT
                                .replace("return-of-third-country-nationals", "return-4")
                                .replace("\"region\"", "\"planet\"")));
        STATISTICS.json(
                "/v1/encounters/changes",
                "{\"items\":[{\"change\":null,\"refused\":\"No release resolves citizenship\"}],\"total\":1}");
        when().get("/api/v1/agreements/return-4/impact")
                .then()
                .statusCode(200)
                .header("Cache-Control", equalTo("no-store"))
                .body("headline", nullValue())
                .body("rivals", nullValue())
                .body("commitments.commitment.slug", contains("fewer"))
                .body("commitments[0].evaluation", nullValue())
                .body("missing.upstream", containsInAnyOrder("diplomacy", "statistics", "statistics"))
                .body(
                        "missing.reason",
                        containsInAnyOrder(
                                "has 2501 entries in these months, more than can be joined",
                                "No release resolves citizenship",
                                "fewer: The indicator can't be evaluated: there is no dimension 'planet'"));
        assertThat(DIPLOMACY.requests("/v1/timeline").stream().map(JoinTest::query))
                .hasSize(5)
                .filteredOn(asked -> asked.contains("cursor=more"))
                .hasSize(4);
    }

    @Test
    void whatDoesNotExistStaysNotFoundInTheWordsOfItsService() {
        DIPLOMACY.on(
                "/v1/agreements/nothing",
                request -> FakeService.problem(request, 404, "There is no agreement 'nothing'"));
        when().get("/api/v1/agreements/nothing/impact")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("detail", equalTo("There is no agreement 'nothing'"))
                .body("instance", equalTo("/api/v1/agreements/nothing/impact"));
    }

    @Test
    void aRequiredPartThatFailsIsA502AndOneThatIsLateA504() {
        DIPLOMACY.json("/v1/ports/garbage", "<html>").on("/v1/ports/late", request -> {});
        when().get("/api/v1/ports/garbage")
                .then()
                .statusCode(502)
                .body("detail", equalTo("diplomacy answered with something that can't be read"));
        when().get("/api/v1/ports/late").then().statusCode(504).body("upstream", equalTo("diplomacy"));
    }

    @Test
    void knownOnShowsWhatWasKnownBesideWhatIsKnown() {
        STATISTICS.on(SERIES, request -> request.response()
                .putHeader("content-type", "application/json")
                .end(Samples.answer(Samples.series(
                        "{}", "2023-10", "240986", "2023-11", query(request).contains("asOf") ? "242418" : "242399"))));
        DIPLOMACY.json("/v1/agreements", Samples.page(Samples.AGREEMENT));
        when().get("/api/v1/known-on/2023-12-28")
                .then()
                .statusCode(200)
                .body("encounters.months.find { it.period == '2023-11' }.known", equalTo(242418))
                .body("encounters.months.find { it.period == '2023-11' }.today", equalTo(242399))
                .body("encounters.months.find { it.period == '2023-11' }.revised", equalTo(true))
                .body("encounters.months.find { it.period == '2023-10' }.revised", equalTo(false))
                .body("agreements.slug", contains("return-of-third-country-nationals"));
        when().get("/api/v1/known-on/yesterday")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("detail", equalTo("A part of the path can't be read: a day is written 2023-12-28"));
    }

    @Test
    void aCountryHasItsMonthsItsRankAndWhatNamesIt() {
        STATISTICS.json(
                SERIES,
                Samples.answer(
                        Samples.series("{\"citizenship\":\"MEX\"}", "2023-10", "100", "2023-11", "50"),
                        Samples.series("{\"citizenship\":\"VEN\"}", "2023-10", "70", "2023-11", "60"),
                        Samples.series("{\"citizenship\":\"OTHER\"}", "2023-10", "900", "2023-11", "900")));
        DIPLOMACY
                .json("/v1/parties/VEN", "{\"code\":\"VEN\",\"name\":\"Venezuela\"}")
                .json("/v1/agreements", Samples.page(Samples.AGREEMENT))
                .json("/v1/positions", Samples.page());
        STATISTICS.json(
                "/v1/figures", Samples.page(Samples.figure("share", "CUB,VEN"), Samples.figure("total", "MEX")));
        when().get("/api/v1/countries/VEN?from=2023-10&to=2023-11")
                .then()
                .statusCode(200)
                .body("name", equalTo("Venezuela"))
                .body("encounters.months.period", contains("2023-10", "2023-11"))
                .body("encounters.months.rank", contains(2, 1))
                .body("encounters.months.of", contains(2, 2))
                .body("figures.slug", contains("share"))
                .body("missing", empty());
        assertThat(query(DIPLOMACY.requests("/v1/agreements").get(0))).contains("country=VEN");
        when().get("/api/v1/countries/ven").then().statusCode(400).body("violations.field", contains("code"));
        when().get("/api/v1/countries/XXX?from=2023-10").then().statusCode(404);
        when().get("/api/v1/countries/VEN?from=autumn")
                .then()
                .statusCode(400)
                .body("violations.field", contains("from"));
    }

    @Test
    void timelineEntriesStandBesideTheFigureOfTheirMonth() {
        DIPLOMACY.json(
                "/v1/timeline",
                Samples.page(
                                Samples.entry("event", "2023-10-05", "A", "a"),
                                Samples.entry("engagement", "2023-12-27", "B", "b"))
                        .replace("\"next\":null", "\"next\":\"abc\""));
        STATISTICS.on(SERIES, request -> request.response()
                .putHeader("content-type", "application/json")
                .end(Samples.answer(
                        query(request).contains("year-on-year")
                                ? Samples.series("{}", "2023-10", "4.3", "2023-12", "null")
                                : Samples.series("{}", "2023-10", "240986", "2023-12", "null"))));
        var answer = when().get("/api/v1/timeline?from=2023-10-01&country=MEX&limit=2");
        answer.then()
                .statusCode(200)
                .body("items.title", contains("A", "B"))
                .body("items[0].encounters.value", equalTo(240986))
                .body("items[0].encounters.yearOnYear", equalTo(4.3f))
                .body("items[1].encounters", nullValue())
                .body("next", equalTo("abc"));
        assertThat(answer.header("Link")).contains("cursor=abc", "limit=2", "rel=\"next\"");
        assertThat(query(STATISTICS.requests(SERIES).get(0))).contains("from=2023-10", "to=2023-12");
    }

    @Test
    void searchFindsRecordsAndFiguresWithoutRegardToAccents() {
        DIPLOMACY.json(
                "/v1/search",
                Samples.page(
                        "{\"kind\":\"position\",\"slug\":\"b5\",\"title\":\"B5\",\"link\":\"positions/b5\",\"rank\":1,\"highlights\":[]}"));
        STATISTICS.json("/v1/figures", Samples.page(Samples.figure("mexico", "MEX"), Samples.figure("other", "VEN")));
        given().queryParam("q", "méxico said")
                .get("/api/v1/search")
                .then()
                .statusCode(200)
                .body("records.slug", contains("b5"))
                .body("figures.slug", contains("mexico"));
        when().get("/api/v1/search").then().statusCode(400).body("violations.field", contains("q"));
    }

    @Test
    void aPortStandsBesideTheSeriesOfItsArea() {
        DIPLOMACY.json("/v1/ports/lukeville", """
                {"slug":"lukeville","title":"Lukeville","state":"AZ","area":"tucson-field-office","status":"open",
                 "measures":[{"kind":"suspended","traffic":["vehicles"],"from":"2023-12-04","until":"2024-01-04"}]}""");
        STATISTICS.json(SERIES, Samples.answer(Samples.series("{}", "2023-12", "5")));
        when().get("/api/v1/ports/lukeville")
                .then()
                .statusCode(200)
                .body("port.measures.from", contains("2023-12-04"))
                .body("encounters.area", equalTo("tucson-field-office"))
                .body("encounters.points.value", contains(5));
        assertThat(query(STATISTICS.requests(SERIES).get(0)))
                .contains("area=tucson-field-office", "from=2023-06", "to=2024-07");
    }

    @Test
    void anIndicatorIsHeldAgainstEachMonthUpToTheDay() {
        DIPLOMACY
                .json("/v1/commitments/fewer", Samples.COMMITMENT)
                .json(
                        "/v1/commitments/none",
                        "{\"slug\":\"none\",\"title\":\"None\",\"owners\":[],\"status\":\"kept\"}")
                .json("/v1/commitments/odd", Samples.COMMITMENT.replace("\"region\"", "\"planet\""));
        STATISTICS.json(SERIES, Samples.answer(Samples.series("{}", "2024-01", "-12.5", "2024-02", "0")));
        when().get("/api/v1/commitments/fewer/indicator?on=2024-03-15")
                .then()
                .statusCode(200)
                .body("commitment.slug", equalTo("fewer"))
                .body("evaluation.verdict", equalTo("not-met"))
                .body("evaluation.months.met", contains(true, false))
                .body("evaluation.of", equalTo(2));
        assertThat(query(STATISTICS.requests(SERIES).get(0)))
                .contains("region=southwest", "component=usbp", "from=2024-01", "to=2024-03", "transform=year-on-year");
        when().get("/api/v1/commitments/none/indicator")
                .then()
                .statusCode(404)
                .body("detail", equalTo("The commitment 'none' has no indicator"));
        when().get("/api/v1/commitments/odd/indicator")
                .then()
                .statusCode(422)
                .body("detail", containsString("there is no dimension 'planet'"));
    }

    @Test
    void oneGraphQlRequestReadsAPageAndAsksEachServiceOnceForAll() {
        String other = Samples.AGREEMENT
                .replace("return-of-third-country-nationals", "other")
                .replace("2023-05-11", "2022-03-09");
        String draft = Samples.AGREEMENT
                .replace("return-of-third-country-nationals", "draft")
                .replaceAll("(?s)\"actions\":\\[.*?\\]", "\"actions\":[]");
        DIPLOMACY
                .json("/v1/agreements", Samples.page(Samples.AGREEMENT, other, draft))
                .json("/v1/commitments", Samples.page(Samples.COMMITMENT))
                .json("/v1/pledges", Samples.page(Samples.PLEDGE))
                .json("/v1/timeline", Samples.page());
        STATISTICS
                .json(
                        "/v1/encounters/changes",
                        Samples.changes(Samples.CHANGE, Samples.CHANGE.replace("\"weak\"", "\"strong\"")))
                .json(SERIES, Samples.answer(Samples.series("{\"component\":\"usbp\"}", "2023-11", "191106")))
                .json("/v1/figures", Samples.page(Samples.figure("a", "MEX"), Samples.figure("b", "MEX")))
                .json("/v1/figures/checks", """
                        {"items":[{"figure":"a","check":{"verdict":"rounded","then":null,"now":null,"why":"because"},"refused":null},
                                  {"figure":"b","check":null,"refused":"citizenship: not known"}],"total":2,"next":null}""");
        graph("""
                { agreements(limit: 10) { slug commitments { slug } money { amount currency }
                                          impact { confidence rivals { title } } }
                  encounters(slice: {region: "southwest"}, groupBy: "component") { series { label points { period value } } }
                  figures { slug check { verdict why } } }""")
                .then()
                .statusCode(200)
                .body("errors", nullValue())
                .body("data.agreements.slug", contains("return-of-third-country-nationals", "other", "draft"))
                .body("data.agreements[0].commitments.slug", contains("fewer"))
                .body("data.agreements[1].commitments", empty())
                .body("data.agreements[0].money.currency", contains("USD"))
                .body("data.agreements[0].impact.confidence", equalTo("weak"))
                .body("data.agreements[1].impact.confidence", equalTo("strong"))
                .body("data.agreements[2].impact", nullValue())
                .body("data.encounters.series[0].points[0].value", equalTo(191106))
                .body("data.figures.check.verdict", contains("rounded", null))
                .body("data.figures.check.why", contains("because", "citizenship: not known"));
        assertThat(DIPLOMACY.requests("/v1/agreements")).hasSize(1);
        assertThat(DIPLOMACY.requests("/v1/pledges")).hasSize(1);
        assertThat(DIPLOMACY.requests("/v1/timeline")).hasSize(1);
        assertThat(STATISTICS.requests("/v1/encounters/changes").stream().map(JoinTest::query))
                .singleElement()
                .satisfies(asked -> assertThat(asked).contains("event=2023-05-11", "&change=event=2022-03-09"));
        assertThat(STATISTICS.requests("/v1/figures/checks").stream().map(JoinTest::query))
                .containsExactly("figure=a,b");
        assertThat(DIPLOMACY.requests("/v1/commitments").stream().map(JoinTest::query))
                .containsExactlyInAnyOrder(
                        "agreement=draft,other,return-of-third-country-nationals&limit=200",
                        "agreement=other,return-of-third-country-nationals&limit=200");
    }

    @Test
    void graphQlRefusesWhatIsTooMuchAndSaysWhatFailed() {
        DIPLOMACY.on("/v1/agreements", request -> request.connection().close());
        graph("{ agreements { slug } }")
                .then()
                .statusCode(200)
                .body("errors[0].message", containsString("diplomacy can't be reached"));
        graph("{ agreements(limit: 51) { slug } }")
                .then()
                .body("errors[0].message", containsString("limit: must be from 1 to 50"));
        String many = "{" + "a%d: agreements { slug title kind status } ".repeat(100) + "}";
        for (int i = 0; i < 100; i++) {
            many = many.replaceFirst("%d", Integer.toString(i));
        }
        graph(many).then().body("errors[0].message", containsString("complexity"));
        when().get("/graphql")
                .then()
                .statusCode(405)
                .header("Allow", equalTo("POST"))
                .contentType("application/problem+json")
                .body("detail", equalTo("A query is sent by POST; its schema is at /graphql/schema.graphql"));
        when().get("/graphql/schema.graphql").then().statusCode(200).body(containsString("type Query"));
        var unknown = graph("{ nothing }");
        unknown.then().body("errors[0].message", containsString("nothing"));
        assertThat(unknown.asString()).doesNotContain("org.puente", "Exception");
        given().contentType("application/json")
                .body("{\"query\":\"" + " ".repeat(70_000) + "\"}")
                .post("/graphql")
                .then()
                .statusCode(413)
                .contentType("application/problem+json")
                .body("detail", equalTo("A query may have 65536 bytes"));
    }

    private static Response graph(String query) {
        return given().contentType("application/json")
                .body(Map.of("query", query))
                .post("/graphql");
    }

    private static String query(HttpServerRequest request) {
        return request.query() == null ? "" : URLDecoder.decode(request.query(), StandardCharsets.UTF_8);
    }
}
