package org.puente.kit.limit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.puente.kit.identity.Provider;
import org.puente.kit.identity.ProviderTest;

@QuarkusTest
@TestProfile(ProviderTest.ByDiscovery.class)
@WithTestResource(value = Provider.class, scope = TestResourceScope.MATCHING_RESOURCES)
class RateLimitTest {

    @TestHTTPResource
    URI address;

    @Test
    void whoAsksTooOftenIsToldWhenToComeBackAndNobodyElseIs() {
        Response first = from("192.0.2.1");
        first.then()
                .statusCode(200)
                .header("RateLimit-Policy", "\"address\";q=100;w=60")
                .header("RateLimit", "\"address\";r=99;t=1");
        Response last = first;
        for (int i = 0; i < 150 && last.statusCode() == 200; i++) {
            last = from("192.0.2.1");
        }
        last.then()
                .statusCode(429)
                .contentType("application/problem+json")
                .header("Retry-After", "1")
                .header("RateLimit-Policy", "\"address\";q=100;w=60")
                .body("title", equalTo("Too Many Requests"))
                .body("instance", equalTo("/books"));
        from("192.0.2.2").then().statusCode(200);
    }

    @Test
    void aSubjectIsOneCallerFromManyAddresses() {
        String token = ProviderTest.provider("token?roles=reader");
        Response last = null;
        for (int i = 0; i < 250 && (last == null || last.statusCode() == 200); i++) {
            last = given().auth()
                    .oauth2(token)
                    .header("Forwarded", "for=198.51.100." + i)
                    .get("/books");
        }
        assertThat(last).isNotNull();
        last.then().statusCode(429);
        assertThat(last.headers().getValues("RateLimit-Policy"))
                .containsExactly("\"address\";q=100;w=60", "\"subject\";q=150;w=60");
        from("198.51.100.1").then().statusCode(200);
    }

    @Test
    @Timeout(30)
    void aBodyThatTricklesInIsCutOff() throws Exception {
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write(("POST /books/scan HTTP/1.1\r\nHost: x\r\nForwarded: for=203.0.113.1\r\n"
                            + "Content-Type: application/octet-stream\r\nContent-Length: 2000\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            InputStream in = socket.getInputStream();
            Instant start = Instant.now();
            while (in.available() == 0) {
                out.write('x');
                Thread.sleep(200);
            }
            byte[] answer = new byte[in.available()];
            assertThat(in.read(answer)).isPositive();
            assertThat(new String(answer, StandardCharsets.US_ASCII))
                    .startsWith("HTTP/1.1 408")
                    .contains("A body must arrive with 1024 bytes a second at least");
            assertThat(Duration.between(start, Instant.now())).isGreaterThan(Duration.ofSeconds(1));
        }
    }

    private static Response from(String client) {
        return given().header("Forwarded", "for=" + client).get("/books");
    }
}
