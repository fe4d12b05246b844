package org.puente.gateway.passthrough;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.util.List;
import org.puente.kit.limit.ClientAddress;

/** What changes in header fields on their way through (RFC 9110 section 7.6, RFC 7239). */
final class Headers {

    private static final List<String> HOP_BY_HOP = List.of(
            "connection",
            "keep-alive",
            "proxy-connection",
            "proxy-authenticate",
            "proxy-authorization",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade");

    private Headers() {}

    /** Removes the fields of one connection, also those that {@code Connection} names. */
    static void dropHopByHop(MultiMap headers) {
        for (String named : headers.getAll(HttpHeaders.CONNECTION)) {
            for (String field : named.split(",")) {
                headers.remove(field.trim());
            }
        }
        HOP_BY_HOP.forEach(headers::remove);
    }

    /** Says who asked. What the client claims about itself is not believed; trace headers are set by the tracer. */
    static void forward(MultiMap headers, RoutingContext context, boolean gzip) {
        HttpServerRequest request = context.request();
        List.of(
                        "forwarded",
                        "x-forwarded-for",
                        "x-forwarded-host",
                        "x-forwarded-proto",
                        "x-forwarded-port",
                        "x-forwarded-prefix",
                        "traceparent",
                        "tracestate")
                .forEach(headers::remove);
        String host = ClientAddress.of(context);
        String node = host.contains(":") ? "\"[" + host + "]\"" : host;
        String authority = request.authority() == null ? "" : ";host=\"" + request.authority() + "\"";
        headers.set("forwarded", "for=" + node + authority + ";proto=" + request.scheme());
        headers.set(HttpHeaders.ACCEPT_ENCODING, gzip ? "gzip" : "identity");
    }

    /** Makes addresses of the service, absolute or from its root, addresses of the gateway. */
    static void hideUpstream(MultiMap headers) {
        for (String field : List.of("location", "content-location")) {
            String value = headers.get(field);
            if (value != null) {
                headers.set(field, ours(value));
            }
        }
        List<String> links = headers.getAll("link").stream()
                .map(link -> link.replace("</v1/", "<" + PassThrough.PREFIX + "/v1/"))
                .toList();
        if (!links.isEmpty()) {
            headers.set("link", links);
        }
        // Ours say what a client may still ask.
        List.of("server", "ratelimit", "ratelimit-policy").forEach(headers::remove);
    }

    private static String ours(String address) {
        int path = address.indexOf("/v1/");
        boolean ofService = path == 0 || path > 0 && URI.create(address).isAbsolute();
        return ofService ? PassThrough.PREFIX + address.substring(path) : address;
    }
}
