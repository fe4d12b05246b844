package org.puente.gateway.graphql;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import org.puente.kit.problem.EdgeProblems;

/** Keeps queries small: unlike what passes through, they are held in memory whole. */
@Singleton
class GraphLimits {

    private static final int LARGEST_QUERY = 64 * 1024;
    private static final int BEFORE_BODIES = 800;

    private final EdgeProblems problems;

    GraphLimits(EdgeProblems problems) {
        this.problems = problems;
    }

    void filters(@Observes Filters filters) {
        filters.register(this::admit, BEFORE_BODIES);
    }

    private void admit(RoutingContext context) {
        boolean query = context.request().path().startsWith("/graphql")
                && context.request().method() == HttpMethod.POST;
        String length = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (query && (length == null || !length.matches("\\d{1,9}"))) {
            problems.end(context, 411, "A query must say its length", List.of());
        } else if (query && Integer.parseInt(length) > LARGEST_QUERY) {
            problems.end(context, 413, "A query may have " + LARGEST_QUERY + " bytes", List.of());
        } else {
            context.next();
        }
    }
}
