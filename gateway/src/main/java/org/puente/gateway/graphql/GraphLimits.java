package org.puente.gateway.graphql;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.puente.kit.problem.EdgeProblems;
import org.puente.kit.problem.Refusal;

/**
 * Lets only what is small, plain and quickly sent reach GraphQL: its library checks a query on the thread that serves all
 * others, and takes more for one of a few lines than anybody would wait.
 */
@Singleton
class GraphLimits {

    private static final String PATH = "/graphql";
    private static final int LARGEST_QUERY = 64 * 1024;
    private static final Set<String> JSON_TYPES = Set.of("application/json", "application/graphql+json");

    /** After CORS (300), so that pages can read the refusal. */
    private static final int BEFORE_BODIES = 294;

    /** After who is calling is known, before GraphQL's own routes (-99). */
    private static final int ORDER = -100;

    private final EdgeProblems problems;
    private final ObjectMapper json;
    private final Duration patience;

    GraphLimits(
            EdgeProblems problems,
            ObjectMapper json,
            @ConfigProperty(name = "puente.limits.slow-body-patience", defaultValue = "20s") Duration patience) {
        this.problems = problems;
        this.json = json;
        this.patience = patience;
    }

    void filters(@Observes Filters filters) {
        filters.register(this::admit, BEFORE_BODIES);
    }

    void routes(@Observes Router router) {
        router.post(PATH)
                .order(ORDER)
                .handler(BodyHandler.create(false).setBodyLimit(LARGEST_QUERY))
                .handler(this::read);
    }

    private void admit(RoutingContext context) {
        HttpServerRequest request = context.request();
        boolean here = PATH.equals(context.normalizedPath()) || (PATH + "/").equals(context.normalizedPath());
        // A page of another origin asks first, by OPTIONS, whether it may; that is answered later on.
        if (!here || request.method() == HttpMethod.OPTIONS) {
            context.next();
            return;
        }
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (request.method() != HttpMethod.POST) {
            context.response().putHeader(HttpHeaders.ALLOW, "POST");
            problems.end(context, 405, "A query is sent by POST; its schema is at /graphql/schema.graphql", List.of());
        } else if (!JSON_TYPES.contains(mediaType(request))) {
            problems.end(context, 415, "A query is sent as application/json", List.of());
        } else if (length == null || !length.matches("\\d{1,9}")) {
            problems.end(context, 411, "A query must say its length", List.of());
        } else if (Integer.parseInt(length) > LARGEST_QUERY) {
            problems.end(context, 413, "A query may have " + LARGEST_QUERY + " bytes", List.of());
        } else {
            cutOffLateBody(context);
            context.next();
        }
    }

    private static String mediaType(HttpServerRequest request) {
        String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        return type == null ? "" : type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    private void cutOffLateBody(RoutingContext context) {
        HttpServerRequest request = context.request();
        long timer = context.vertx().setTimer(patience.toMillis(), late -> {
            if (!request.isEnded()) {
                problems.end(context, 408, "A query must arrive within " + patience.toSeconds() + " s", List.of());
                request.connection().close();
            }
        });
        context.addEndHandler(ended -> context.vertx().cancelTimer(timer));
    }

    private void read(RoutingContext context) {
        Buffer body = context.body().buffer();
        try {
            check(json.readTree(body == null ? new byte[0] : body.getBytes()));
            context.next();
        } catch (IOException | Refusal e) {
            problems.end(context, e);
        }
    }

    private static void check(JsonNode asked) {
        if (!asked.path("query").isTextual()) {
            throw Refusal.invalid("query", "must be there, as text");
        }
        for (String name : List.of("variables", "extensions")) {
            require(name, "an object", asked.path(name).isObject(), asked);
        }
        require("operationName", "text", asked.path("operationName").isTextual(), asked);
        if (QuerySize.isTooMuch(asked.path("query").textValue())) {
            throw Refusal.invalid("query", "may ask for " + QuerySize.MOST + " fields, fragments written out");
        }
    }

    private static void require(String name, String shape, boolean holds, JsonNode asked) {
        if (!holds && asked.hasNonNull(name)) {
            throw Refusal.invalid(name, "must be " + shape);
        }
    }
}
