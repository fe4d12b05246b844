package org.puente.kit.transport;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Tells browsers that what we answer is data which loads and runs nothing. A page says otherwise of itself. */
@Singleton
class ContentPolicy {

    private static final int BEFORE_ALL = 1900;
    private static final String DATA = "default-src 'none'; frame-ancestors 'none'";

    /** The viewer of the API document brings an inline script and inline styles of its own. */
    private static final String VIEWER = "default-src 'self'; script-src 'self' 'unsafe-inline';"
            + " style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'; base-uri 'none';"
            + " form-action 'none'";

    void filters(@Observes Filters filters) {
        filters.register(this::declare, BEFORE_ALL);
    }

    private void declare(RoutingContext context) {
        boolean viewer =
                context.request().path() != null && context.request().path().startsWith("/docs");
        context.response().putHeader("Content-Security-Policy", viewer ? VIEWER : DATA);
        context.next();
    }
}
