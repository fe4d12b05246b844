package org.puente.kit.conditional;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Locale;

/**
 * Keeps entity tags strong under compression. A compressed answer has other bytes than the plain one, so it needs a tag
 * of its own (RFC 9110 section 8.8.3.3): the plain tag with {@code -gzip} inside its quotes. Resources never see it, as it
 * is cut off again from what clients send back.
 */
@Singleton
class EncodedTags {

    private static final String SUFFIX = "-gzip\"";
    private static final int BEFORE_RESOURCES = 900;

    void filters(@Observes Filters filters) {
        filters.register(this::translate, BEFORE_RESOURCES);
    }

    private void translate(RoutingContext context) {
        MultiMap request = context.request().headers();
        boolean holdsCompressed = plain(request, HttpHeaders.IF_NONE_MATCH) | plain(request, HttpHeaders.IF_MATCH);
        HttpMethod method = context.request().method();
        if (method == HttpMethod.GET || method == HttpMethod.HEAD) {
            boolean accepts = acceptsGzip(request.get(HttpHeaders.ACCEPT_ENCODING));
            context.addHeadersEndHandler(done -> finish(context.response(), accepts, holdsCompressed));
        }
        context.next();
    }

    private static boolean plain(MultiMap request, CharSequence name) {
        String tags = request.get(name);
        if (tags == null || !tags.contains(SUFFIX)) {
            return false;
        }
        request.set(name, tags.replace(SUFFIX, "\""));
        return true;
    }

    private static void finish(HttpServerResponse response, boolean accepts, boolean holdsCompressed) {
        MultiMap headers = response.headers();
        String vary = headers.get(HttpHeaders.VARY);
        if (vary == null || !vary.toLowerCase(Locale.ROOT).contains("accept-encoding")) {
            headers.set(
                    HttpHeaders.VARY, vary == null ? "Accept, Accept-Encoding" : vary + ", Accept, Accept-Encoding");
        }
        String tag = headers.get(HttpHeaders.ETAG);
        if (tag == null || tag.endsWith(SUFFIX)) {
            return;
        }
        // Quarkus sets "identity" on everything and removes it from what Vert.x shall compress.
        boolean willBeCompressed = accepts && !headers.contains(HttpHeaders.CONTENT_ENCODING);
        if (response.getStatusCode() == 304 ? holdsCompressed : willBeCompressed) {
            headers.set(HttpHeaders.ETAG, tag.substring(0, tag.length() - 1) + SUFFIX);
        }
    }

    private static boolean acceptsGzip(String accepted) {
        if (accepted == null) {
            return false;
        }
        for (String coding : accepted.toLowerCase(Locale.ROOT).split(",")) {
            String name = coding.split(";", 2)[0].trim();
            if (name.equals("gzip") || name.equals("*")) {
                return !coding.replace(" ", "").matches(".*;q=0(\\.0*)?");
            }
        }
        return false;
    }
}
