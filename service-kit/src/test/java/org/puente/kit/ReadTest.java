package org.puente.kit;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ReadTest {

    private static final Pattern TARGET = Pattern.compile("<(\\?[^>]+)>; rel=\"next\"");

    private final HttpClient client = HttpClient.newHttpClient();

    @TestHTTPResource
    URI address;

    @Test
    void followingLinksReadsTheWholeListOnce() {
        List<Integer> seen = new ArrayList<>();
        String query = "?limit=2";
        int pages = 0;
        while (query != null && pages++ < 10) {
            var answer = given().urlEncodingEnabled(false).get("/books" + query);
            answer.then().statusCode(200).body("total", equalTo(5));
            seen.addAll(answer.jsonPath().getList("items", Integer.class));
            var link = TARGET.matcher(String.valueOf(answer.header("Link")));
            query = link.find() ? link.group(1) : null;
        }
        assertThat(seen).containsExactly(0, 1, 2, 3, 4);
        assertThat(pages).isEqualTo(3);
    }

    @Test
    void aCursorThatIsNotOursIsRefused() {
        for (String cursor : List.of("!!", "YWJj", "gICA")) {
            given().queryParam("cursor", cursor)
                    .get("/books")
                    .then()
                    .statusCode(400)
                    .body("violations.field", contains("cursor"))
                    .body("detail", containsString("take it from 'next'"));
        }
    }

    @Test
    void compressedAndPlainAnswersHaveStrongTagsOfTheirOwn() throws Exception {
        HttpResponse<byte[]> plain = get("identity", null);
        HttpResponse<byte[]> zipped = get("gzip", null);
        String tag = plain.headers().firstValue("ETag").orElseThrow();
        assertThat(tag).startsWith("\"");
        assertThat(zipped.headers().firstValue("ETag")).contains(tag.replaceAll("\"$", "-gzip\""));
        assertThat(zipped.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(unzipped(zipped.body())).isEqualTo(plain.body());
        assertThat(plain.headers().firstValue("Content-Encoding")).isEmpty();
        for (HttpResponse<byte[]> answer : List.of(plain, zipped)) {
            assertThat(answer.headers().allValues("Vary")).containsExactly("Accept, Accept-Encoding");
            assertThat(answer.headers().firstValue("Cache-Control").orElseThrow())
                    .contains("max-age=30");
        }
    }

    @Test
    void eachTagIsConfirmedByA304ThatRepeatsIt() throws Exception {
        for (String encoding : List.of("identity", "gzip")) {
            String tag = get(encoding, null).headers().firstValue("ETag").orElseThrow();
            HttpResponse<byte[]> again = get(encoding, "\"other\", " + tag);
            assertThat(again.statusCode()).isEqualTo(304);
            assertThat(again.headers().firstValue("ETag")).contains(tag);
            assertThat(again.headers().firstValue("Cache-Control").orElseThrow())
                    .contains("max-age=30", "public")
                    .doesNotContain("no-transform");
            assertThat(again.body()).isEmpty();
        }
        assertThat(get("gzip", "\"other\"").statusCode()).isEqualTo(200);
    }

    @Test
    void headAnswersAsGetDoesWithoutABody() {
        String tag = when().get("/books/text").header("ETag");
        var head = when().head("/books/text");
        head.then().statusCode(200).header("ETag", tag);
        assertThat(head.asByteArray()).isEmpty();
    }

    @Test
    void securityHeadersStandOnAnswersAndProblemsAlike() {
        for (String path : List.of("/books", "/nowhere", "/books/fail/bug")) {
            when().get(path)
                    .then()
                    .header("X-Content-Type-Options", "nosniff")
                    .header("Referrer-Policy", "no-referrer")
                    .header("X-Frame-Options", "DENY")
                    .header("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
                    .header("Server", nullValue())
                    .header("Set-Cookie", nullValue());
        }
    }

    private HttpResponse<byte[]> get(String encoding, String tags) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address.resolve("/books/text")).header("Accept-Encoding", encoding);
        if (tags != null) {
            request.header("If-None-Match", tags);
        }
        return client.send(request.build(), BodyHandlers.ofByteArray());
    }

    private static byte[] unzipped(byte[] bytes) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return in.readAllBytes();
        }
    }
}
