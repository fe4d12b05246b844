package org.puente.kit;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class ProblemTest {

    @TestHTTPResource
    URI address;

    @ParameterizedTest
    @CsvSource({
        "refused, 400, region: must be southwest",
        "unknown, 404, There is no book 'x'",
        "wrapped, 409, taken",
        "lock, 409, Someone else changed this at the same moment; read it again",
        "timeout, 504, The answer took too long",
        "open, 503, Too much is failing or waiting at present",
        "database, 503, The database can't be reached at present",
        "unauthorized, 401, This needs a valid bearer token",
        "forbidden, 403, 'The token is valid, but its roles don''t allow this'"
    })
    void everyFailureHasItsStatusAndItsWords(String how, int status, String detail) {
        Response answer = when().get("/books/fail/" + how);
        answer.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .header("Cache-Control", "no-store")
                .body("type", equalTo("about:blank"))
                .body("title", notNullValue())
                .body("status", equalTo(status))
                .body("detail", equalTo(detail))
                .body("instance", equalTo("/books/fail/" + how));
        assertThat(answer.asString()).doesNotContain("org.puente", "Exception");
        assertThat(answer.header("Retry-After")).isEqualTo(status == 503 ? "1" : null);
    }

    @Test
    void aRefusalKeepsItsExtensions() {
        when().get("/books/fail/refused")
                .then()
                .body("valid", contains("southwest", "northern"))
                .body("violations[0].field", equalTo("region"));
    }

    @Test
    void aLostUpdateOfAGuardedRequestIsAFailedPrecondition() {
        given().header("If-Match", "\"1\"")
                .get("/books/fail/lock")
                .then()
                .statusCode(412)
                .body("detail", containsString("read it again"));
    }

    @Test
    void theUnexpectedIsNamedByAnIdAlone() {
        Response answer = when().get("/books/fail/bug");
        answer.then().statusCode(500).body("errorId", notNullValue()).body("instance", equalTo("/books/fail/bug"));
        assertThat(answer.asString()).doesNotContain("hunter2", "IllegalState", "\tat ");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /nowhere, 404, There is nothing at /nowhere",
        "GET, /books/1/nowhere, 404, There is nothing at /books/1/nowhere",
        "DELETE, /books, 405, This method isn't possible at /books"
    })
    void unknownRoutesAndMethodsAreProblemsToo(String method, String path, int status, String detail) {
        given().request(method, path)
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("detail", equalTo(detail))
                .body("instance", equalTo(path));
        given().header("X-Forwarded-Prefix", "/api")
                .request(method, path)
                .then()
                .statusCode(status)
                .body("instance", equalTo("/api" + path));
    }

    @Test
    void aWrongMethodNamesTheRightOnes() {
        assertThat(when().delete("/books").header("Allow")).contains("GET", "POST");
    }

    @Test
    void mediaTypesThatDoNotFitAreNamed() {
        given().accept("image/png")
                .get("/books")
                .then()
                .statusCode(406)
                .body("detail", equalTo("None of the media types in Accept can be given"));
        given().contentType("text/csv")
                .body("a,b")
                .post("/books")
                .then()
                .statusCode(415)
                .body("detail", equalTo("A body of this media type can't be read"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"title\":|body|is not JSON at line 1, column",
                "``|book|must not be null",
                "{\"title\":\"a\",\"pages\":1,\"colour\":\"red\"}|colour|is not known; known here are authors, binding",
                "{\"title\":\"a\",\"pages\":\"many\"}|pages|'many' is not a number",
                "{\"title\":\"a\",\"pages\":1,\"binding\":\"GLUE\"}|binding|'GLUE' is not one of PAPER, CLOTH",
                "{\"title\":\"a\",\"pages\":1,\"printed\":\"2023-02-31\"}|printed|is not a date or time in ISO 8601",
                "{\"title\":\"a\",\"pages\":1,\"authors\":{}}|authors|must be a list",
                "{\"title\":\"a\",\"pages\":1,\"authors\":[{\"nom\":\"x\"}]}|authors[0].nom|is not known",
                "[]|body|must be an object of the documented shape",
                "{\"title\":\"a\\ud83d\",\"pages\":1}|title|holds half of a character",
                "{\"title\":\"a\",\"pages\":1,\"authors\":[{\"name\":\"\\ude00\\ud83d\"}]}|authors[0].name|holds half",
                "{\"title\":\"a\",\"pages\":1,\"binding\":\"\\udc00\"}|binding|'\uFFFD' is not one of PAPER, CLOTH",
                "{\"title\":\"a\",\"pages\":1,\"\\ud83d\":0}|body|is not JSON at line 1, column"
            })
    void jsonThatDoesNotFitNamesItsField(String body, String field, String reason) {
        Response answer = given().contentType(ContentType.JSON).body(body).post("/books");
        answer.then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations[0].field", equalTo(field))
                .body("violations[0].reason", containsString(reason));
        assertThat(answer.asString()).doesNotContain("org.puente", "java.", "jackson");
    }

    @Test
    void aCharacterSpelledInTwoHalvesIsText() {
        given().contentType(ContentType.JSON)
                .body("{\"title\":\"a\\ud83d\\ude00\",\"pages\":1}")
                .post("/books")
                .then()
                .statusCode(200)
                .body("title", equalTo("a\ud83d\ude00"));
    }

    @Test
    void everyBrokenConstraintIsNamedByItsPlaceInTheBody() {
        given().contentType(ContentType.JSON)
                .body("{\"title\":\" \",\"pages\":0,\"authors\":[{\"name\":\"\"}]}")
                .post("/books")
                .then()
                .statusCode(400)
                .body("violations.field", contains("authors[0].name", "pages", "title"))
                .body(
                        "violations.reason",
                        contains("must not be blank", "must be greater than 0", "must not be blank"));
    }

    @Test
    void aBrokenConstraintOfAParameterIsNamedByTheParameter() {
        when().get("/books?limit=11").then().statusCode(400).body("violations.field", contains("limit"));
    }

    @Test
    void aParameterThatDoesNotParseIsAWrongValueAndNotAMissingPage() {
        when().get("/books?limit=few")
                .then()
                .statusCode(400)
                .body("violations.field", contains("limit"))
                .body("detail", equalTo("limit: 'few' can't be read"));
    }

    @Test
    void unknownQueryParametersAreRefusedWithTheValidOnes() {
        when().get("/books?titel=a&limit=2&pritned-by=b")
                .then()
                .statusCode(400)
                .body("violations.field", contains("pritned-by", "titel"))
                .body("validParameters", contains("cursor", "limit", "printed-by", "title"));
        when().get("/books?title=a&printed-by=b").then().statusCode(200);
    }

    @Test
    void aBodyThatIsAnnouncedTooLargeIsRefusedBeforeItIsRead() {
        given().contentType("application/octet-stream")
                .body(new byte[3000])
                .post("/books/scan")
                .then()
                .statusCode(413)
                .contentType("application/problem+json")
                .body("detail", equalTo("A body may have 2048 bytes"));
    }

    @Test
    void aBodyThatTurnsOutTooLargeIsRefusedAsWell() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(address.resolve("/books/scan"))
                .header("Content-Type", "application/octet-stream")
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[100_000])))
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("\"detail\":\"A body may have 2048 bytes\"");
    }

    @Test
    void anAddressThatIsTooLongOrHasTooManyParametersIsRefused() {
        when().get("/books?title=" + "a".repeat(9000))
                .then()
                .statusCode(414)
                .body("detail", equalTo("Path and query may have 8192 characters"));
        when().get("/books?limit=1" + "&title=a".repeat(100))
                .then()
                .statusCode(400)
                .body("violations", hasSize(1))
                .body("detail", equalTo("A request may have 100 query parameters"));
    }
}
