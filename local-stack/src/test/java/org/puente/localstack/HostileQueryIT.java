package org.puente.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** GraphQL with requests that mean harm: each is answered at once, and says what is wrong. */
@ExtendWith(RunningStack.class)
class HostileQueryIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LONGEST = Duration.ofSeconds(1);
    private static final String TOO_MANY_FIELDS = "query: may ask for 1000 fields, fragments written out";

    static Stream<Arguments> bodies() {
        return Stream.of(
                Arguments.of("", "query: must be there, as text"),
                Arguments.of("null", "query: must be there, as text"),
                Arguments.of("[]", "query: must be there, as text"),
                Arguments.of("{}", "query: must be there, as text"),
                Arguments.of("{\"query\":5}", "query: must be there, as text"),
                Arguments.of("[" + query("{__typename}") + "]", "query: must be there, as text"),
                Arguments.of("{\"query\":\"{__typename}\",\"variables\":\"x\"}", "variables: must be an object"),
                Arguments.of("{\"query\":\"{__typename}\",\"operationName\":{}}", "operationName: must be text"),
                Arguments.of("{\"query\":", "body: is not JSON at"),
                Arguments.of(
                        "{\"query\":\"{__typename}\",\"variables\":" + "[".repeat(9000) + "]".repeat(9000) + "}",
                        "body: is nested too deeply"),
                Arguments.of(query("{"), "query: can't be parsed at line 1"),
                Arguments.of(query("{".repeat(30_000)), "query: can't be parsed"),
                Arguments.of(query("{ a(x: " + "[".repeat(20_000)), "query: can't be parsed"),
                Arguments.of(query("{ __typename " + "@skip(if: false) ".repeat(3000) + "}"), "query: can't be parsed"),
                Arguments.of(query("{" + "a: agreements { slug } ".repeat(1200) + "}"), TOO_MANY_FIELDS),
                Arguments.of(query("{" + numbered("a%d: __typename ", 2000) + "}"), TOO_MANY_FIELDS),
                Arguments.of(
                        query("{ ...f0 } " + numbered("fragment f%d on Query { ...f%d ...f%d } ", 300)
                                + "fragment f300 on Query { __typename }"),
                        TOO_MANY_FIELDS),
                Arguments.of(
                        query("{ __typename } " + numbered("fragment f%d on Query { ...f%d ...f%d } ", 300)
                                + "fragment f300 on Query { __typename }"),
                        TOO_MANY_FIELDS));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void whatIsNoPlainQueryIsAProblem(String body, String detail, Stack stack) throws Exception {
        HttpResponse<String> answer = post(stack, "application/json", body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(JSON.readTree(answer.body()).path("detail").textValue()).startsWith(detail);
    }

    static Stream<Arguments> queries() {
        return Stream.of(
                Arguments.of("{ ...a } fragment a on Query { ...b } fragment b on Query { ...a }", "Fragment cycles"),
                Arguments.of("mutation { drop }", "'Mutation' operation is not supported"),
                Arguments.of("subscription { all }", "'Subscription' operation is not supported"),
                Arguments.of("{ agreements(limit: 100000000) { slug } }", "limit: must be from 1 to 50"),
                Arguments.of("{ agreements(limit: -1) { slug } }", "limit: must be from 1 to 50"),
                Arguments.of("{ agreements(topic: \"" + "x".repeat(60_000) + "\") { slug } }", ""),
                Arguments.of("{" + numbered("a%d: agreements { slug title } ", 200) + "}", "complexity"),
                Arguments.of(
                        "{ __schema { types " + "{ fields { type ".repeat(9) + "{ name }" + "} }".repeat(9) + "} }",
                        "depth"));
    }

    @ParameterizedTest
    @MethodSource("queries")
    void whatTheQuerySaysIsAnsweredByItsErrors(String query, String error, Stack stack) throws Exception {
        HttpResponse<String> answer = post(stack, "application/json", query(query));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(JSON.readTree(answer.body()).at("/errors/0/message").asText())
                .isNotEmpty()
                .contains(error);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/graphql",
                "application/xml",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x",
                "application/jsonp",
                ""
            })
    void whatIsNotSentAsJsonIsRefused(String type, Stack stack) throws Exception {
        HttpResponse<String> answer = post(stack, type, query("{ __typename }"));
        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(answer.body()).contains("\"detail\":\"A query is sent as application/json\"");
    }

    /** By another method, or an address that means the same, nothing would be looked at. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /graphql?query=%7B__typename%7D HTTP/1.1\r\nConnection: close",
                "PUT /graphql/ HTTP/1.1\r\nConnection: close\r\nContent-Length: 0",
                "GET /%67raphql HTTP/1.1\r\nConnection: close"
            })
    void thereIsNoWayAroundPost(String request, Stack stack) throws Exception {
        String address = stack.part("gateway").address();
        RawHttp.Answer answer = RawHttp.send("127.0.0.1", address, (request + "\r\nHost: x\r\n\r\n").getBytes());
        assertThat(answer.status()).as(answer.text()).isEqualTo(405);
        assertThat(answer.text())
                .contains("\"detail\":\"A query is sent by POST; its schema is at /graphql/schema.graphql\"")
                .containsIgnoringCase("allow: POST");
    }

    /** What there is to ask for is no secret: reading is open to everybody. */
    @Test
    void theSchemaMayBeAskedFor(Stack stack) throws Exception {
        HttpResponse<String> answer =
                post(stack, "application/json", query("{ __schema { queryType { fields { name } } } }"));
        assertThat(JSON.readTree(answer.body()).at("/data/__schema/queryType/fields"))
                .extracting(field -> field.path("name").textValue())
                .contains("agreements", "encounters", "figures");
    }

    private static HttpResponse<String> post(Stack stack, String type, String body) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(stack.part("gateway").address() + "/graphql"))
                .POST(BodyPublishers.ofString(body));
        if (!type.isEmpty()) {
            request.header("Content-Type", type);
        }
        long start = System.nanoTime();
        HttpResponse<String> answer = Documented.HTTP.send(request.build(), BodyHandlers.ofString());
        if (System.nanoTime() - start > LONGEST.toNanos()) {
            // A busy machine may be late once; what is expensive is late again.
            start = System.nanoTime();
            answer = Documented.HTTP.send(request.build(), BodyHandlers.ofString());
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LONGEST);
        }
        assertThat(answer.body()).doesNotContainPattern(HostileIT.INSIDE);
        return answer;
    }

    private static String query(String text) {
        return JSON.valueToTree(Map.of("query", text)).toString();
    }

    private static String numbered(String text, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> text.formatted(i, i + 1, i + 1))
                .collect(Collectors.joining());
    }
}
