package org.puente.gateway.upstream;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.puente.kit.problem.Refusal;

/**
 * A read of a service that the gateway depends on: what it asks and what it reads of the answer. The contract test holds
 * each against the document of the service.
 *
 * @param upstream   the name of the service
 * @param path       with its parameters in braces
 * @param type       a record whose components are the fields that are read
 * @param parameters the query parameters that are sent
 */
public record Endpoint<T>(String upstream, String path, Class<T> type, Set<String> parameters) {

    public static <T> Endpoint<T> of(String upstream, String path, Class<T> type, String... parameters) {
        return new Endpoint<>(upstream, path, type, Set.of(parameters));
    }

    /** This read with its path parameters filled in, in order. */
    public Read<T> at(String... values) {
        String uri = path;
        for (String value : values) {
            // Such a step would lead to another resource than the one that is meant.
            if (value.isBlank() || value.equals(".") || value.equals("..")) {
                throw Refusal.unknown(path.replaceFirst("^/v1/(\\w+?)s?/.*", "$1"), value);
            }
            uri = uri.replaceFirst("\\{[^}]+}", encoded(value).replace("+", "%20"));
        }
        return new Read<>(this, uri);
    }

    /** A comma may stay (RFC 3986 section 3.4), which keeps lists short. */
    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("%2C", ",");
    }

    /** An endpoint with the values of one call. */
    public record Read<T>(Endpoint<T> endpoint, String uri) {

        /** Without the question mark. */
        public String query() {
            return uri.substring(uri.indexOf('?') + 1);
        }

        /** Adds a query parameter; null adds nothing. */
        public Read<T> with(String name, Object value) {
            if (!endpoint.parameters().contains(name)) {
                throw new IllegalArgumentException(name + " is not declared for " + endpoint.path());
            }
            if (value == null) {
                return this;
            }
            String pair = name + "=" + encoded(value.toString());
            return new Read<>(endpoint, uri + (uri.contains("?") ? "&" : "?") + pair);
        }
    }
}
