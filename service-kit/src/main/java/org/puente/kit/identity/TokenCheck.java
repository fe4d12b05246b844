package org.puente.kit.identity;

import io.quarkus.oidc.OIDCException;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.lang.UnresolvableKeyException;
import org.puente.kit.problem.EdgeProblems;
import org.puente.kit.problem.Refusal;

/**
 * Looks at every token that is sent, also where none is needed: who believes to be known must not be answered as if they
 * were anybody.
 */
@Singleton
class TokenCheck {

    /** After Quarkus has put the ways to authenticate into the context (200), before it asks for permissions (100). */
    private static final int AFTER_AUTHENTICATION = 190;

    private static final Refusal UNREACHABLE =
            new Refusal(Refusal.Kind.UNAVAILABLE, "Tokens can't be checked at present");

    private static final BiConsumer<RoutingContext, Throwable> ANSWERED_HERE = (context, failure) -> {};

    private final EdgeProblems problems;
    private final long betweenLooks;
    private volatile long unreachableSince = Long.MIN_VALUE;

    /** @param betweenLooks how often at most an unknown key lets the keys of the provider be fetched again */
    TokenCheck(
            EdgeProblems problems,
            @ConfigProperty(name = "quarkus.oidc.token.forced-jwk-refresh-interval") Duration betweenLooks) {
        this.problems = problems;
        this.betweenLooks = betweenLooks.toMillis();
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
                            problems.end(context, isOfTheProvider(failure) ? UNREACHABLE : failure);
                        });
    }

    /** The token may be a good one: its key is unknown, and the provider can't be asked, or couldn't when last it was. */
    private boolean isOfTheProvider(Throwable failure) {
        long now = System.currentTimeMillis();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof OIDCException || cause instanceof IOException || cause instanceof TimeoutException) {
                unreachableSince = now;
                return true;
            }
            if (cause instanceof UnresolvableKeyException && now - betweenLooks <= unreachableSince) {
                return true;
            }
        }
        return false;
    }
}
