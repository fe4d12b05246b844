package org.puente.gateway;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.puente.gateway.FakeServices.DIPLOMACY;
import static org.puente.gateway.FakeServices.STATISTICS;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.puente.identity.Tokens;

@QuarkusTest
@WithTestResource(value = FakeServices.class, scope = TestResourceScope.GLOBAL)
class PassThroughTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** A path of its own for each test, as the gateway keeps answers. */
    private final String path = "/v1/releases/" + NUMBER.incrementAndGet();

    @TestHTTPResource
    URI address;

    @Test
    void aReadKeepsStatusBodyAndFieldsOfBothSides() {
        STATISTICS.on(path, request -> request.response()
                .setStatusCode(203)
                .putHeader("content-type", "text/csv")
                .putHeader("X-Own", "kept")
                .putHeader("Link", "</v1/next?a=1>; rel=\"next\", <?cursor=x>; rel=\"last\"")
                .putHeader("Connection", "X-Hop")
                .putHeader("X-Hop", "dropped")
                .end("a,b"));
        Response answer = given().urlEncodingEnabled(false)
                .header("Prefer", "wait=1")
                .get("/api" + path + "?region=southwest&x=a%20b");
        answer.then()
                .statusCode(203)
                .contentType("text/csv")
                .header("X-Own", "kept")
                .header("X-Hop", (String) null)
                .header("Link", "</api/v1/next?a=1>; rel=\"next\", <?cursor=x>; rel=\"last\"")
                .body(equalTo("a,b"));
        assertThat(answer.header("Server-Timing")).matches("statistics;dur=[0-9.]+");
        HttpServerRequest seen = STATISTICS.requests(path).get(0);
        assertThat(seen.query()).isEqualTo("region=southwest&x=a%20b");
        assertThat(seen.getHeader("Prefer")).isEqualTo("wait=1");
        for (String once : List.of("X-Content-Type-Options", "Vary", "Content-Type")) {
            assertThat(answer.headers().getValues(once)).as(once).hasSize(1);
        }
    }

    @Test
    void whoAsksIsToldToTheServiceAndClaimsOfClientsAreNot() {
        STATISTICS.json(path, "{}");
        String token = "Bearer " + Tokens.of("reader");
        given().header("X-Forwarded-For", "6.6.6.6")
                .header("Forwarded", "for=6.6.6.6")
                .header("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01")
                .header("Authorization", token)
                .header("Keep-Alive", "300")
                .get("/api" + path)
                .then()
                .statusCode(200);
        HttpServerRequest seen = STATISTICS.requests(path).get(0);
        assertThat(seen.headers().getAll("forwarded")).hasSize(1);
        assertThat(seen.getHeader("forwarded"))
                .startsWith("for=127.0.0.1;host=\"")
                .endsWith("proto=http");
        assertThat(seen.headers().contains("X-Forwarded-For")).isFalse();
        assertThat(seen.headers().contains("Keep-Alive")).isFalse();
        assertThat(seen.getHeader("Authorization")).isEqualTo(token);
        assertThat(seen.headers().getAll("traceparent")).hasSize(1);
        assertThat(seen.getHeader("traceparent")).contains(TRACE).doesNotContain("00f067aa0ba902b7");
    }

    @Test
    void problemsOfAServicePassAsTheyAre() {
        STATISTICS.on(path, request -> FakeService.problem(request, 422, "no release resolves this"));
        when().get("/api" + path)
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("detail", equalTo("no release resolves this"));
    }

    @Test
    void addressesOfAServiceAreNeverShown() {
        STATISTICS.on(path, request -> request.response()
                .setStatusCode(201)
                .putHeader("Location", STATISTICS.url() + "/v1/releases/7")
                .putHeader("Content-Location", "/v1/releases/7")
                .putHeader("Server", "fake")
                .end());
        Response answer = given().body("x").post("/api" + path);
        answer.then()
                .statusCode(201)
                .header("Location", equalTo("/api/v1/releases/7"))
                .header("Content-Location", "/api/v1/releases/7");
        int port = URI.create(STATISTICS.url()).getPort();
        assertThat(answer.headers().toString()).doesNotContain(Integer.toString(port), "fake");
    }

    @Test
    void addressesInsideOfAnswersLeadToTheGatewayAsWell() {
        given().redirects()
                .follow(false)
                .get("/v1/encounters/series?release=3")
                .then()
                .statusCode(308)
                .header("Location", "/api/v1/encounters/series?release=3");
    }

    @Test
    void anUploadFlowsNoFasterThanTheServiceReads() throws Exception {
        long size = 100L << 20;
        CompletableFuture<HttpServerRequest> arrived = new CompletableFuture<>();
        AtomicLong received = new AtomicLong();
        STATISTICS.on(path, request -> {
            request.pause();
            request.handler(chunk -> received.addAndGet(chunk.length()));
            request.endHandler(end -> request.response().end("{}"));
            arrived.complete(request);
        });
        Counting body = new Counting(size);
        CompletableFuture<HttpResponse<String>> answer = client.sendAsync(
                HttpRequest.newBuilder(address.resolve("/api" + path))
                        .POST(HttpRequest.BodyPublishers.ofInputStream(() -> body))
                        .build(),
                BodyHandlers.ofString());
        HttpServerRequest request = arrived.get();
        await().pollDelay(Duration.ofMillis(400)).until(() -> true);
        assertThat(body.given()).isLessThan(24L << 20);
        request.resume();
        assertThat(answer.get().statusCode()).isEqualTo(200);
        assertThat(received.get()).isEqualTo(size);
    }

    @Test
    void aClientThatGoesAwayEndsTheCallToTheService() throws Exception {
        AtomicBoolean closed = new AtomicBoolean();
        STATISTICS.on(path, request -> {
            request.response().closeHandler(gone -> closed.set(true)).exceptionHandler(gone -> closed.set(true));
            request.response().setChunked(true);
            pump(request);
        });
        HttpResponse<InputStream> answer = client.send(
                HttpRequest.newBuilder(address.resolve("/api" + path)).build(), BodyHandlers.ofInputStream());
        assertThat(answer.body().readNBytes(1000)).hasSize(1000);
        assertThat(closed).isFalse();
        answer.body().close();
        await().atMost(Duration.ofSeconds(5)).untilTrue(closed);
    }

    private static void pump(HttpServerRequest request) {
        if (!request.response().closed() && !request.response().writeQueueFull()) {
            request.response().write(Buffer.buffer(new byte[16_384]));
            Vertx.currentContext().owner().setTimer(1, again -> pump(request));
        } else if (!request.response().closed()) {
            request.response().drainHandler(again -> pump(request));
        }
    }

    @Test
    void aTaggedReadIsAnsweredFromWhatIsKeptAndConfirmedAfterwards() {
        AtomicInteger confirmations = new AtomicInteger();
        STATISTICS.on(path, request -> {
            request.response().putHeader("ETag", "\"1\"").putHeader("Cache-Control", "public, max-age=1");
            if ("\"1\"".equals(request.getHeader("If-None-Match"))) {
                confirmations.incrementAndGet();
                request.response().setStatusCode(304).end();
            } else {
                request.response().putHeader("content-type", "application/json").end("{\"a\":1}");
            }
        });
        Response first = when().get("/api" + path);
        Response second = when().get("/api" + path);
        assertThat(STATISTICS.requests(path)).hasSize(1);
        assertThat(second.header("Server-Timing")).contains("cache");
        assertThat(second.header("Age")).isEqualTo("0");
        for (Response answer : List.of(first, second)) {
            answer.then().statusCode(200).header("ETag", "\"1\"").body(equalTo("{\"a\":1}"));
        }
        when().head("/api" + path)
                .then()
                .statusCode(200)
                .header("Content-Length", "7")
                .header("Content-Encoding", nullValue());
        given().header("If-None-Match", "\"1\"")
                .get("/api" + path)
                .then()
                .statusCode(304)
                .header("ETag", "\"1\"");
        assertThat(STATISTICS.requests(path)).hasSize(1);
        await().atMost(Duration.ofSeconds(5)).until(() -> {
            when().get("/api" + path).then().statusCode(200).body(equalTo("{\"a\":1}"));
            return confirmations.get() > 0;
        });
        given().header("Cache-Control", "no-cache")
                .head("/api" + path)
                .then()
                .statusCode(200)
                .header("Content-Encoding", nullValue());
    }

    @Test
    void aWriteMakesWhatIsKeptStale() {
        AtomicInteger version = new AtomicInteger(1);
        STATISTICS.on(path, request -> {
            if (request.method().name().equals("PUT")) {
                version.incrementAndGet();
                request.response().setStatusCode(204).end();
            } else {
                request.response()
                        .putHeader("ETag", "\"" + version + "\"")
                        .putHeader("Cache-Control", "public, max-age=60")
                        .end("v" + version);
            }
        });
        when().get("/api" + path).then().body(equalTo("v1"));
        when().get("/api" + path).then().body(equalTo("v1"));
        given().body("new").put("/api" + path).then().statusCode(204);
        when().get("/api" + path).then().body(equalTo("v2"));
        assertThat(STATISTICS.requests(path)).hasSize(3);
    }

    @Test
    void answersForOneCallerAreNotKeptForOthers() {
        for (String control : List.of("private, max-age=60", "no-store")) {
            STATISTICS.on(path, request -> request.response()
                    .putHeader("ETag", "\"1\"")
                    .putHeader("Cache-Control", control)
                    .end("x"));
            int before = STATISTICS.requests(path).size();
            when().get("/api" + path).then().statusCode(200);
            when().get("/api" + path).then().statusCode(200);
            assertThat(STATISTICS.requests(path)).hasSize(before + 2);
        }
        STATISTICS.on(path, request -> request.response()
                .putHeader("ETag", "\"1\"")
                .putHeader("Cache-Control", "public, max-age=60")
                .end("for " + request.getHeader("Authorization")));
        String token = "Bearer " + Tokens.of("reader");
        given().header("Authorization", token).get("/api" + path).then().body(equalTo("for " + token));
        when().get("/api" + path).then().body(equalTo("for null"));
    }

    @Test
    void identicalReadsAtTheSameMomentShareOneCall() {
        STATISTICS.on(path, request -> Vertx.currentContext().owner().setTimer(400, later -> request.response()
                .putHeader("ETag", "\"1\"")
                .putHeader("Cache-Control", "public, max-age=60")
                .end("shared")));
        List<CompletableFuture<HttpResponse<String>>> answers = IntStream.range(0, 20)
                .mapToObj(i -> client.sendAsync(
                        HttpRequest.newBuilder(address.resolve("/api" + path)).build(), BodyHandlers.ofString()))
                .toList();
        for (CompletableFuture<HttpResponse<String>> answer : answers) {
            assertThat(answer.join().body()).isEqualTo("shared");
        }
        assertThat(STATISTICS.requests(path)).hasSize(1);
    }

    @Test
    void compressedAndPlainAnswersAreKeptApart() throws Exception {
        STATISTICS.on(path, request -> {
            boolean gzip = "gzip".equals(request.getHeader("Accept-Encoding"));
            request.response()
                    .putHeader("ETag", gzip ? "\"1-gzip\"" : "\"1\"")
                    .putHeader("Cache-Control", "public, max-age=60")
                    .putHeader("content-type", "application/json");
            if (gzip) {
                request.response().putHeader("Content-Encoding", "gzip");
            }
            request.response().end(gzip ? "zipped" : "plain");
        });
        for (int i = 0; i < 2; i++) {
            HttpResponse<String> zipped = raw("gzip, br", null);
            assertThat(zipped.body()).isEqualTo("zipped");
            assertThat(zipped.headers().allValues("Content-Encoding")).containsExactly("gzip");
            assertThat(zipped.headers().allValues("ETag")).containsExactly("\"1-gzip\"");
            HttpResponse<String> plain = raw("identity", null);
            assertThat(plain.body()).isEqualTo("plain");
            assertThat(plain.headers().allValues("Content-Encoding")).isEmpty();
            assertThat(plain.headers().allValues("ETag")).containsExactly("\"1\"");
        }
        HttpResponse<String> confirmed = raw("gzip", "\"1-gzip\"");
        assertThat(confirmed.statusCode()).isEqualTo(304);
        assertThat(confirmed.headers().allValues("ETag")).containsExactly("\"1-gzip\"");
        assertThat(STATISTICS.requests(path)).hasSize(2);
    }

    private HttpResponse<String> raw(String encodings, String tag) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address.resolve("/api" + path)).header("Accept-Encoding", encodings);
        if (tag != null) {
            request.header("If-None-Match", tag);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    @Test
    void whatNoServiceHasIsNotFoundHere() {
        for (String nowhere : List.of("/api/v1/nothing/of/this", "/api/v1/nothing", "/api/v1/", "/api/v1")) {
            when().get(nowhere)
                    .then()
                    .statusCode(404)
                    .contentType("application/problem+json")
                    .body("detail", equalTo("There is nothing at " + nowhere + "; /openapi says what there is"))
                    .body("instance", equalTo(nowhere));
        }
    }

    @Test
    void aReadThatIsCutOffIsTriedOnceMoreAndThenA502() {
        STATISTICS.on(path, request -> request.connection().close());
        when().get("/api" + path)
                .then()
                .statusCode(502)
                .contentType("application/problem+json")
                .body("detail", equalTo("statistics can't be reached"))
                .body("upstream", equalTo("statistics"));
        assertThat(STATISTICS.requests(path)).hasSize(2);
        AtomicInteger calls = new AtomicInteger();
        STATISTICS.on(path, request -> {
            if (calls.incrementAndGet() == 1) {
                request.connection().close();
            } else {
                request.response().end("second");
            }
        });
        when().get("/api" + path).then().statusCode(200).body(equalTo("second"));
    }

    @Test
    void aWriteThatIsCutOffIsNeverRepeated() {
        STATISTICS.on(path, request -> request.connection().close());
        given().body("once").post("/api" + path).then().statusCode(502);
        assertThat(STATISTICS.requests(path)).hasSize(1);
    }

    @Test
    void aServiceThatStaysSilentIsA504() {
        STATISTICS.on(path, request -> {});
        when().get("/api" + path).then().statusCode(504).body("detail", equalTo("statistics did not answer in time"));
    }

    @Test
    void aServiceThatKeepsFailingIsLeftAloneAndTriedAgainLater() {
        String failing = "/v1/engagements/" + NUMBER.incrementAndGet();
        DIPLOMACY.on(failing, request -> request.connection().close());
        await().atMost(Duration.ofSeconds(10))
                .until(() -> when().get("/api" + failing).statusCode() == 503);
        int calls = DIPLOMACY.requests(failing).size();
        when().get("/api" + failing)
                .then()
                .statusCode(503)
                .header("Retry-After", "1")
                .body("detail", equalTo("diplomacy has failed too often and is left alone for a moment"));
        assertThat(DIPLOMACY.requests(failing)).hasSize(calls);
        STATISTICS.json(path, "{}");
        when().get("/api" + path).then().statusCode(200);
        DIPLOMACY.json(failing, "{}");
        await().atMost(Duration.ofSeconds(10))
                .until(() -> when().get("/api" + failing).statusCode() == 200);
        when().get("/api" + failing).then().statusCode(200).body("size()", equalTo(0));
    }

    /** Zeros, counted as they are taken. */
    private static final class Counting extends InputStream {

        private final long size;
        private final AtomicLong given = new AtomicLong();

        Counting(long size) {
            this.size = size;
        }

        long given() {
            return given.get();
        }

        @Override
        public int read() {
            return given.incrementAndGet() > size ? -1 : 0;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) {
            long left = size - given.get();
            if (left <= 0) {
                return -1;
            }
            int read = (int) Math.min(left, length);
            given.addAndGet(read);
            return read;
        }
    }
}
