package org.puente.kit.limit;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What two servers on one way may understand differently: where a request ends, which host and which path it means. Each is
 * refused rather than repaired, since what stands in front of us may have decided on another reading.
 */
final class Ambiguity {

    /** Empty and dot segments, which some take out and some don't, and separators that only some see. */
    private static final Pattern DETOUR =
            Pattern.compile("//|/(\\.|%2e){1,2}(/|$)|%2f|%5c|%00", Pattern.CASE_INSENSITIVE);

    private Ambiguity() {}

    /** Says what is wrong; null where nothing is. */
    static String of(HttpServerRequest request) {
        String target = request.uri();
        boolean whole = request.method() == HttpMethod.OPTIONS && "*".equals(target);
        if (target == null || !target.startsWith("/") && !whole) {
            return "A request must ask for a path on this server, such as /v1/releases";
        }
        if (request.path() != null && DETOUR.matcher(request.path()).find()) {
            return "A path must be the shortest one, without empty or dot segments or encoded separators";
        }
        if (request.authority() == null
                || request.headers().getAll(HttpHeaders.HOST).size() > 1) {
            return "A request must name one host";
        }
        if (request.version() == HttpVersion.HTTP_2 && holdsLineEnds(request.headers())) {
            return "A header field is one line";
        }
        List<String> codings = request.headers().getAll(HttpHeaders.TRANSFER_ENCODING);
        if (!codings.isEmpty() && !(codings.size() == 1 && codings.get(0).equalsIgnoreCase("chunked"))) {
            return "Transfer-Encoding may only be chunked";
        }
        return null;
    }

    /** Binary to HTTP/2, but the end of a field to a server behind us that is asked by HTTP/1.1. */
    private static boolean holdsLineEnds(MultiMap fields) {
        return fields.entries().stream()
                .map(Map.Entry::getValue)
                .anyMatch(value -> value.indexOf('\r') >= 0 || value.indexOf('\n') >= 0 || value.indexOf('\0') >= 0);
    }

    static boolean isChunked(HttpServerRequest request) {
        return request.headers().contains(HttpHeaders.TRANSFER_ENCODING);
    }
}
