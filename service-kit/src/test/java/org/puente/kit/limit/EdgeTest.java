package org.puente.kit.limit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.puente.kit.identity.Provider;
import org.puente.kit.identity.ProviderTest;

/** Requests that a decent client doesn't send: what their bytes mean is a matter of who reads them. */
@QuarkusTest
@TestProfile(ProviderTest.ByDiscovery.class)
@WithTestResource(value = Provider.class, scope = TestResourceScope.MATCHING_RESOURCES)
@Timeout(60)
class EdgeTest {

    private static final String HOST = "Host: x\r\nForwarded: for=203.0.113.77\r\n";

    @TestHTTPResource
    URI address;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET http://other.example/books HTTP/1.1 | Host: x | A request must ask for a path on this server",
                "GET ftp://other.example/ HTTP/1.1 | Host: x | A request must ask for a path on this server",
                "GET * HTTP/1.1 | Host: x | A request must ask for a path on this server",
                "CONNECT other.example:443 HTTP/1.1 | Host: x | A request must ask for a path on this server",
                "GET //books HTTP/1.1 | Host: x | A path must be the shortest one",
                "GET /books/../books HTTP/1.1 | Host: x | A path must be the shortest one",
                "GET /x/%2e%2E/books HTTP/1.1 | Host: x | A path must be the shortest one",
                "GET /books%2Ftext HTTP/1.1 | Host: x | A path must be the shortest one",
                "GET /books%00 HTTP/1.1 | Host: x | A path must be the shortest one",
                "GET /books HTTP/1.1 | X: y | A request must name one host",
                "GET /books HTTP/1.0 | X: y | A request must name one host",
                "GET /books HTTP/1.1 | Host: x/../@y | A request must name one host",
                "GET /books HTTP/1.1 | Host: x; Host: y | A request must name one host",
                "POST /books HTTP/1.1 | Host: x; Transfer-Encoding: gzip | Transfer-Encoding may only be chunked",
                "POST /books HTTP/1.1 | Host: x; Transfer-Encoding: xchunked | Transfer-Encoding may only be chunked"
            })
    void whatCanBeReadInTwoWaysIsRefused(String line, String fields, String detail) throws IOException {
        String answer = send(line + "\r\n" + fields.replace("; ", "\r\n") + "\r\nForwarded: for=203.0.113.78\r\n\r\n");
        assertThat(answer)
                .matches("(?s)HTTP/1\\.[01] 400 .*")
                .contains("application/problem+json")
                .contains("\"detail\":\"" + detail);
    }

    /** The decoder takes the length out, so that any chunked body must be the last thing on its connection. */
    @Test
    void whatFollowsABodyOfTwoLengthsIsNotTakenForARequest() throws IOException {
        String answer = send("POST /books/scan HTTP/1.1\r\n" + HOST
                + "Content-Type: application/octet-stream\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n"
                + "0\r\n\r\nGET /books/fail/x HTTP/1.1\r\n" + HOST + "\r\n");
        assertThat(answer).startsWith("HTTP/1.1 200").doesNotContain("HTTP/1.1 500");
        assertThat(answer.toLowerCase(java.util.Locale.ROOT)).contains("connection: close");
    }

    @Test
    void pagesOfOtherOriginsAreToldThatTheyMayNotCall() {
        given().header("Forwarded", "for=203.0.113.79")
                .header("Origin", "https://evil.example")
                .get("/books")
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .header("Access-Control-Allow-Origin", (String) null)
                .body("detail", startsWith("Pages of this origin may not call"))
                .body("instance", equalTo("/books"));
        given().header("Forwarded", "for=203.0.113.79")
                .header("Origin", "https://news.example")
                .get("/books")
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", "https://news.example");
        given().header("Forwarded", "for=203.0.113.79")
                .header("Origin", "http://" + address.getHost() + ":" + address.getPort())
                .get("/books")
                .then()
                .statusCode(200);
    }

    private String send(String request) throws IOException {
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
