package org.puente.kit.transport;

import io.quarkus.vertx.http.runtime.VertxHttpConfig;
import io.quarkus.vertx.http.runtime.cors.CORSConfig;
import io.quarkus.vertx.http.runtime.cors.CORSFilter;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;
import org.puente.kit.problem.EdgeProblems;

/** Says why a page of another origin is refused, which Quarkus' own filter, coming next, does without a word. */
@Singleton
class CrossOrigin {

    /** Just before CORS (300). */
    private static final int BEFORE_CORS = 301;

    private final CORSConfig config;
    private final List<Pattern> patterns;
    private final EdgeProblems problems;

    CrossOrigin(VertxHttpConfig http, EdgeProblems problems) {
        this.config = http.cors();
        this.patterns = CORSFilter.parseAllowedOriginsRegex(config.origins());
        this.problems = problems;
    }

    void filters(@Observes Filters filters) {
        if (config.enabled() && !CORSFilter.isConfiguredWithWildcard(config.origins())) {
            filters.register(this::refuse, BEFORE_CORS);
        }
    }

    private void refuse(RoutingContext context) {
        String origin = context.request().getHeader(HttpHeaders.ORIGIN);
        if (origin == null || isNamed(origin) || isOwn(origin, context.request())) {
            context.next();
        } else {
            problems.end(context, 403, "Pages of this origin may not call: its operator hasn't named it", List.of());
        }
    }

    private boolean isNamed(String origin) {
        return config.origins().orElse(List.of()).contains(origin)
                || CORSFilter.isOriginAllowedByRegex(patterns, origin);
    }

    private static boolean isOwn(String origin, HttpServerRequest request) {
        HostAndPort own = request.authority();
        try {
            URI page = URI.create(origin);
            return own != null
                    && own.host().equalsIgnoreCase(page.getHost())
                    && request.scheme().equalsIgnoreCase(page.getScheme())
                    && port(own.port(), request.scheme()) == port(page.getPort(), request.scheme());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static int port(int named, String scheme) {
        return named >= 0 ? named : scheme.equalsIgnoreCase("https") ? 443 : 80;
    }
}
