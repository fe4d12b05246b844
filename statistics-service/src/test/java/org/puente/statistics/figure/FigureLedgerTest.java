package org.puente.statistics.figure;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.puente.identity.Tokens;

@QuarkusTest
class FigureLedgerTest {

    @Inject
    ReferenceFigures reference;

    @Inject
    Figures figures;

    private static String figure(long value) {
        return """
                {"statement": "Someone spoke of %d encounters at the southwest border in January 2020.",
                 "claim": {"metric": "encounters", "filters": {"region": "southwest"},
                           "period": {"from": "2020-01", "to": "2020-01"},
                           "comparator": "exactly", "value": %d, "unit": "encounters", "saidOn": "2025-02-01"},
                 "speaker": "Someone", "source": {"title": "A speech", "url": "https://example.org/speech"}}""".formatted(value, value);
    }

    private static Response add(String slug, String figure) {
        return given().auth()
                .oauth2(Tokens.of("figures-editor"))
                .contentType("application/json")
                .body("{\"slug\": \"" + slug + "\", \"figure\": " + figure + "}")
                .post("/v1/figures");
    }

    private static Response change(String slug, String tag, String figure) {
        return given().auth()
                .oauth2(Tokens.of("figures-editor"))
                .contentType("application/json")
                .headers(tag == null ? Map.of() : Map.of("If-Match", tag))
                .body("{\"reason\": \"The number was misheard\", \"figure\": " + figure + "}")
                .put("/v1/figures/" + slug);
    }

    @Test
    void aChangeKeepsWhatItReplaces() {
        String tag = add("january-2020-kept", figure(36000))
                .then()
                .statusCode(201)
                .header("Location", containsString("/v1/figures/january-2020-kept"))
                .body("version", equalTo(1))
                .body("reference", nullValue())
                .extract()
                .header("ETag");
        String next = change("january-2020-kept", tag, figure(36585))
                .then()
                .statusCode(200)
                .body("version", equalTo(2))
                .body("claim.value", equalTo(36585))
                .extract()
                .header("ETag");
        assertThat(next).isNotEqualTo(tag);
        given().get("/v1/figures/january-2020-kept")
                .then()
                .header("ETag", startsWith(next.substring(0, next.length() - 1)));
        given().get("/v1/figures/january-2020-kept/history")
                .then()
                .statusCode(200)
                .body("items.version", equalTo(List.of(2, 1)))
                .body("items.claim.value", equalTo(List.of(36585, 36000)))
                .body("items[0].reason", equalTo("The number was misheard"))
                .body("items[1].reason", nullValue());
        given().get("/v1/figures/january-2020-kept/check").then().body("verdict", equalTo("matches-then"));
    }

    @Test
    void aChangeNamesTheVersionThatItChanges() {
        String tag = add("january-2020-contested", figure(1)).then().extract().header("ETag");
        change("january-2020-contested", null, figure(2))
                .then()
                .statusCode(428)
                .contentType("application/problem+json")
                .body("detail", containsString("If-Match"));
        change("january-2020-contested", tag, figure(3)).then().statusCode(200);
        change("january-2020-contested", tag, figure(4))
                .then()
                .statusCode(412)
                .contentType("application/problem+json")
                .body("detail", containsString("its version is now 2"));
        given().get("/v1/figures/january-2020-contested").then().body("claim.value", equalTo(3));
        change("january-2020-contested", "*", figure(5)).then().statusCode(200);
    }

    @Test
    void aSlugIsUsedOnce() {
        add("january-2020-twice", figure(1)).then().statusCode(201);
        add("january-2020-twice", figure(1))
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("detail", equalTo("There is a figure 'january-2020-twice' already"));
    }

    @Test
    void ofManyWhoWriteAtOnceOneSucceeds() {
        assertThat(atOnce(() -> add("january-2020-raced", figure(1)).statusCode()))
                .containsOnlyOnce(201)
                .containsOnly(201, 409);
        String tag = given().get("/v1/figures/january-2020-raced").getHeader("ETag");
        assertThat(atOnce(() -> change("january-2020-raced", tag, figure(2)).statusCode()))
                .containsOnlyOnce(200)
                .containsOnly(200, 412);
        given().get("/v1/figures/january-2020-raced/history").then().body("total", equalTo(2));
    }

    private static List<Integer> atOnce(Supplier<Integer> call) {
        List<CompletableFuture<Integer>> calls = IntStream.range(0, 6)
                .mapToObj(i -> CompletableFuture.supplyAsync(call))
                .toList();
        return calls.stream().map(CompletableFuture::join).toList();
    }

    @Test
    void whatIsNotThereIsNotFound() {
        for (String path : List.of("", "/check", "/history")) {
            given().get("/v1/figures/no-such-figure" + path)
                    .then()
                    .statusCode(404)
                    .contentType("application/problem+json")
                    .body("detail", equalTo("There is no figure 'no-such-figure'"));
        }
        change("no-such-figure", "*", figure(1)).then().statusCode(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'\"saidOn\": \"2025-02-01\"'     | '\"saidOn\": null'              | 422 | saidOn",
                "'\"unit\": \"encounters\"'       | '\"unit\": \"lb\"'              | 422 | unit",
                "'\"comparator\": \"exactly\"'    | '\"comparator\": \"roughly\"'   | 400 | comparator",
                "'\"metric\": \"encounters\"'     | '\"metric\": \"crossings\"'     | 400 | metric",
                "'\"from\": \"2020-01\"'          | '\"from\": \"2020-02\"'         | 400 | period",
                "'\"speaker\": \"Someone\"'       | '\"speakr\": \"Someone\"'       | 400 | figure.speakr",
                "'\"title\": \"A speech\"'        | '\"title\": \" \"'              | 400 | figure.source.title",
                "'https://example.org/speech'     | 'javascript:alert(1)'           | 400 | figure.source.url",
            })
    void aFaultyFigureIsRefusedByName(String right, String wrong, int status, String field) {
        add("january-2020-faulty", figure(1).replace(right, wrong))
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("violations.field", hasItem(field));
        given().get("/v1/figures/january-2020-faulty").then().statusCode(404);
    }

    @Test
    void aNulCharacterIsRefusedWhereverItComesFrom() {
        add("january-2020-nul", figure(1).replace("A speech", "A\\u0000speech"))
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("detail", containsString("NUL"));
        given().urlEncodingEnabled(false)
                .get("/v1/figures?speaker=a%00b")
                .then()
                .statusCode(400)
                .body("detail", containsString("NUL"));
        given().urlEncodingEnabled(false)
                .get("/v1/figures/a%00b")
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
        given().queryParam("from", "+500000000-01-01")
                .get("/v1/figures")
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }

    @Test
    void aSlugIsLowerCaseWordsWithHyphens() {
        add("January 2020", figure(1))
                .then()
                .statusCode(400)
                .body("violations.find { it.field == 'slug' }.reason", containsString("lower-case"));
    }

    @Test
    void aFilterThatDoesNotExistIsRefused() {
        add("january-2020-nowhere", figure(1).replace("southwest\"}", "south\"}"))
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("region"))
                .body("violations[0].reason", containsString("southwest"));
        add("january-2020-colour", figure(1).replace("\"region\":", "\"colour\":"))
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("filters"));
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrRepetition() {
        List<String> slugs = new ArrayList<>();
        String cursor = null;
        int total;
        do {
            Response page = given().queryParams(cursor == null ? Map.of() : Map.of("cursor", cursor))
                    .queryParam("limit", 7)
                    .queryParam("to", "2024-01-01")
                    .get("/v1/figures");
            page.then().statusCode(200);
            slugs.addAll(page.path("items.slug"));
            total = page.path("total");
            cursor = page.path("next");
            assertThat(page.header("Link") != null).isEqualTo(cursor != null);
        } while (cursor != null);
        assertThat(slugs).hasSize(total).hasSize(25).doesNotHaveDuplicates();
        List<String> whole =
                given().queryParam("to", "2024-01-01").get("/v1/figures").path("items.slug");
        assertThat(slugs).isEqualTo(whole);
    }

    @Test
    void pagesOfOneVerdictFollowEachOtherToo() {
        Set<String> slugs = new TreeSet<>();
        String cursor = null;
        do {
            Response page = given().queryParams(cursor == null ? Map.of() : Map.of("cursor", cursor))
                    .queryParam("limit", 2)
                    .queryParam("verdict", "not-testable")
                    .get("/v1/figures");
            page.then().statusCode(200).body("total", equalTo(5));
            slugs.addAll(page.path("items.reference"));
            cursor = page.path("next");
        } while (cursor != null);
        assertThat(slugs).containsExactly("R05", "R18", "R19", "R20", "R25");
    }

    @Test
    void theListFiltersBySpeakerDayAndMetric() {
        given().queryParam("speaker", "white house")
                .get("/v1/figures")
                .then()
                .body("items.reference", equalTo(List.of("R02")));
        given().queryParam("to", "2023-12-22")
                .get("/v1/figures")
                .then()
                .body("items.reference", hasItems("R01", "R02", "R03"))
                .body("total", equalTo(3));
        given().queryParam("metric", "encounters-share")
                .get("/v1/figures")
                .then()
                .body("items.reference", hasItems("R08", "R16"))
                .body("items.reference", not(hasItem("R01")));
    }

    @ParameterizedTest
    @CsvSource({
        "metric=crossings, metric",
        "verdict=true, verdict",
        "from=yesterday, from",
        "limit=0, limit",
        "cursor=abc, cursor",
        "speeker=CBP, speeker",
    })
    void aWrongParameterOfTheListIsNamed(String query, String field) {
        given().get("/v1/figures?" + query)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations[0].field", equalTo(field));
    }

    @Test
    void aFigureIsAlsoAClaimReview() {
        given().accept("application/ld+json")
                .get("/v1/figures/southwest-november-2023")
                .then()
                .statusCode(200)
                .contentType("application/ld+json")
                .body("'@context'", equalTo("https://schema.org"))
                .body("'@type'", equalTo("ClaimReview"))
                .body("claimReviewed", containsString("242,418"))
                .body("itemReviewed.author.name", equalTo("CBP"))
                .body("itemReviewed.datePublished", equalTo("2023-12-28"))
                .body("itemReviewed.appearance.headline", containsString("Blinken and Mayorkas"))
                .body("reviewRating.ratingValue", equalTo(5))
                .body("reviewRating.alternateName", equalTo("matches-then"))
                .body("datePublished", notNullValue());
        given().accept("application/ld+json")
                .get("/v1/figures/mexican-detections-2023")
                .then()
                .body("reviewRating.ratingValue", nullValue())
                .body("reviewRating.alternateName", equalTo("not-testable"));
    }

    @Test
    void loadingTheReferenceDataAgainChangesNothing() {
        reference.load(null);
        QuarkusTransaction.requiringNew().run(reference::store);
        given().queryParam("to", "2024-01-01")
                .get("/v1/figures")
                .then()
                .body("total", equalTo(25))
                .body("items.version.max()", equalTo(1));
    }

    @Test
    void changedReferenceDataMakeAVersionAndLeaveAnEditorsWordsAlone() {
        ReferenceFigures.Data data = reference.read();
        ReferenceFigures.Entry entry = data.figures().get(0);
        FigureContent first = entry.content(data.sources());
        FigureContent second =
                new FigureContent("Said otherwise.", first.claim(), first.speaker(), first.source(), first.note());
        figures.load("loaded-twice", "T01", first);
        figures.load("loaded-twice", "T01", second);
        figures.load("loaded-twice", "T01", second);
        given().get("/v1/figures/loaded-twice/history").then().body("items.version", equalTo(List.of(2, 1)));
        change("loaded-twice", "*", figure(7)).then().statusCode(200);
        figures.load("loaded-twice", "T01", first);
        given().get("/v1/figures/loaded-twice")
                .then()
                .body("version", equalTo(3))
                .body("claim.value", equalTo(7));
    }
}
