package org.puente.kit.limit;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.puente.kit.problem.EdgeProblems;
import org.puente.kit.problem.Violation;

/** The outermost part of every service: refuses what is too large, and answers what no route or resource answers. */
@Singleton
class Edge {

    /** Before Quarkus' own limit on bodies, which answers without one. */
    private static final int BEFORE_ALL = 1000;

    /** After Quarkus' own limit on bodies has set the size at which the stream of the body ends the exchange. */
    private static final int AFTER_BODY_LIMIT = 1;

    private static final int AFTER_ALL = Integer.MAX_VALUE - 1;

    private final LimitConfig limits;
    private final long largestBody;
    private final EdgeProblems problems;

    Edge(
            LimitConfig limits,
            @ConfigProperty(name = "quarkus.http.limits.max-body-size") Optional<MemorySize> largestBody,
            EdgeProblems problems) {
        this.limits = limits;
        this.largestBody = largestBody.map(MemorySize::asLongValue).orElse(Long.MAX_VALUE);
        this.problems = problems;
    }

    void filters(@Observes Filters filters) {
        filters.register(this::admit, BEFORE_ALL);
        filters.register(
                context -> {
                    context.remove(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY);
                    context.next();
                },
                AFTER_BODY_LIMIT);
    }

    long largestBody() {
        return largestBody;
    }

    void routes(@Observes Router router) {
        router.route()
                .order(AFTER_ALL)
                .handler(context -> problems.end(
                        context, 404, "There is nothing at " + context.request().path(), List.of()));
        router.route().order(Integer.MIN_VALUE).failureHandler(this::failed);
    }

    private void admit(RoutingContext context) {
        HttpServerRequest request = context.request();
        String ambiguity = Ambiguity.of(request);
        if (ambiguity != null || Ambiguity.isChunked(request)) {
            endConnection(context, ambiguity != null);
        }
        if (ambiguity != null) {
            problems.end(context, 400, ambiguity, List.of());
        } else if (request.uri().length() > limits.urlLength()) {
            problems.end(context, 414, "Path and query may have " + limits.urlLength() + " characters", List.of());
        } else if (contentLength(request) > largestBody) {
            context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
            problems.end(context, 413, "A body may have " + largestBody + " bytes", List.of());
        } else if (request.query() != null && parameters(request.query()) > limits.parameters()) {
            problems.end(
                    context,
                    400,
                    "A request may have " + limits.parameters() + " query parameters",
                    List.of(new Violation("query", "has too many parameters")));
        } else {
            context.next();
        }
    }

    /**
     * A chunked body may have come with a length as well, which the decoder takes out: then a proxy in front of us may see
     * its end elsewhere, and what follows is not to be taken for a request (RFC 9112 section 6.1).
     */
    private static void endConnection(RoutingContext context, boolean isRefused) {
        HttpServerRequest request = context.request();
        if (request.version() == HttpVersion.HTTP_2) {
            return;
        }
        HeaderDeadline header = HeaderDeadline.of(request);
        if (header != null) {
            header.endsWithThis();
        }
        context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        context.addEndHandler(ended -> {
            if (isRefused || request.isEnded()) {
                request.connection().close();
            }
        });
    }

    private static long contentLength(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null || !length.chars().allMatch(Character::isDigit) || length.length() > 18
                ? -1
                : Long.parseLong(length);
    }

    private static long parameters(String query) {
        long parameters = 1;
        for (int i = 0; i < query.length(); i++) {
            parameters += query.charAt(i) == '&' ? 1 : 0;
        }
        return parameters;
    }

    private void failed(RoutingContext context) {
        int status = context.statusCode();
        // A request without a host or path fails before any filter.
        String ambiguity = Ambiguity.of(context.request());
        if (ambiguity != null) {
            endConnection(context, true);
            problems.end(context, 400, ambiguity, List.of());
        } else if (context.failure() != null) {
            problems.end(context, context.failure());
        } else {
            problems.end(context, status < 400 ? 500 : status, "The request can't be answered", List.of());
        }
    }
}
