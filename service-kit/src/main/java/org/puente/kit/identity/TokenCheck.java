package org.puente.kit.identity;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.function.BiConsumer;
import org.puente.kit.problem.EdgeProblems;

/**
 * Looks at every token that is sent, also where none is needed: who believes to be known must not be answered as if they
 * were anybody.
 */
@Singleton
class TokenCheck {

    /** After Quarkus has put the ways to authenticate into the context (200), before it asks for permissions (100). */
    private static final int AFTER_AUTHENTICATION = 190;

    private static final BiConsumer<RoutingContext, Throwable> ANSWERED_HERE = (context, failure) -> {};

    private final EdgeProblems problems;

    TokenCheck(EdgeProblems problems) {
        this.problems = problems;
    }

    void filters(@Observes Filters filters) {
        filters.register(this::check, AFTER_AUTHENTICATION);
    }

    private void check(RoutingContext context) {
        if (!context.request().headers().contains(HttpHeaders.AUTHORIZATION)) {
            context.next();
            return;
        }
        BiConsumer<RoutingContext, Throwable> usual = context.get(QuarkusHttpUser.AUTH_FAILURE_HANDLER);
        context.put(QuarkusHttpUser.AUTH_FAILURE_HANDLER, ANSWERED_HERE);
        context.request().pause();
        QuarkusHttpUser.getSecurityIdentity(context, null)
                .subscribe()
                .with(
                        identity -> {
                            context.put(QuarkusHttpUser.AUTH_FAILURE_HANDLER, usual);
                            context.request().resume();
                            context.next();
                        },
                        failure -> {
                            context.request().resume();
                            problems.end(context, failure);
                        });
    }
}
