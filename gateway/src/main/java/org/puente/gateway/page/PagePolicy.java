package org.puente.gateway.page;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Set;

/** Lets the page load its own script and style and call its own gateway, and nothing else; no inline script or style. */
@Singleton
class PagePolicy {

    /** After the policy for data, which this replaces. */
    private static final int AFTER_THE_POLICY_FOR_DATA = 1000;

    private static final String PAGE = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
            + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static final Set<String> PATHS = Set.of("/", "/index.html");

    void filters(@Observes Filters filters) {
        filters.register(PagePolicy::declare, AFTER_THE_POLICY_FOR_DATA);
    }

    private static void declare(RoutingContext context) {
        if (context.normalizedPath() != null && PATHS.contains(context.normalizedPath())) {
            HttpServerResponse response = context.response();
            response.putHeader("Content-Security-Policy", PAGE);
            // It names its script and style by their hashes, so it must be asked for anew after each deployment.
            response.putHeader("Cache-Control", "no-cache");
        }
        context.next();
    }
}
