package org.puente.gateway.passthrough;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.httpproxy.HttpProxy;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.puente.gateway.upstream.AnswerCache;
import org.puente.gateway.upstream.Upstream;
import org.puente.kit.problem.AllowedMethods;
import org.puente.kit.problem.EdgeProblems;

/** Sends what the gateway doesn't answer itself to the service that does. */
@Singleton
class PassThrough {

    static final String PREFIX = Upstream.PREFIX;

    /** After compression and CORS, before REST. */
    private static final int ORDER = 1000;

    private final AllowedMethods own;
    private final Owners owners;
    private final AnswerCache cache;
    private final EdgeProblems problems;
    private final Map<AnswerCache.Key, Flight> flights = new ConcurrentHashMap<>();

    PassThrough(AllowedMethods own, Owners owners, AnswerCache cache, EdgeProblems problems) {
        this.own = own;
        this.owners = owners;
        this.cache = cache;
        this.problems = problems;
    }

    void routes(@Observes Router router) {
        router.route("/api/v1/*").order(ORDER).handler(this::handle);
        // Answers of the services hold addresses without our prefix, such as permalinks.
        router.route("/v1/*").order(ORDER).handler(PassThrough::redirect);
    }

    private static void redirect(RoutingContext context) {
        context.response()
                .setStatusCode(308)
                .putHeader(HttpHeaders.LOCATION, PREFIX + context.request().uri())
                .end();
    }

    private void handle(RoutingContext context) {
        HttpServerRequest request = context.request();
        List<String> methods = List.of(own.at(request.path()).split(", "));
        if (methods.contains(request.method().name())) {
            context.next();
            return;
        }
        Upstream upstream = owners.of(request.path());
        if (upstream == null && methods.contains("GET")) {
            // REST says which methods there are.
            context.next();
            return;
        }
        if (upstream == null) {
            problems.end(
                    context, 404, "There is nothing at " + request.path() + "; /openapi says what there is", List.of());
            return;
        }
        if (request.method() == HttpMethod.HEAD) {
            // Quarkus' mark of what isn't compressed, which only leaves again with a body.
            context.response().headers().remove(HttpHeaders.CONTENT_ENCODING);
        }
        Exchange exchange = new Exchange(context, upstream, problems, cached(context, upstream));
        if (!exchange.answerFromCache()) {
            HttpProxy.reverseProxy(upstream.client())
                    .origin(exchange::open)
                    .addInterceptor(exchange)
                    .handle(request);
        }
    }

    /** Null where the answer must not be shared: a write, a caller with a token, a part of an answer. */
    private CachedRead cached(RoutingContext context, Upstream upstream) {
        HttpServerRequest request = context.request();
        boolean read = request.method() == HttpMethod.GET || request.method() == HttpMethod.HEAD;
        boolean shareable = read
                && !request.headers().contains(HttpHeaders.AUTHORIZATION)
                && !request.headers().contains("Range")
                && !"no-cache".equals(request.getHeader(HttpHeaders.CACHE_CONTROL));
        if (!shareable) {
            return null;
        }
        AnswerCache.Key key = AnswerCache.key(
                upstream,
                request.uri().substring(PREFIX.length()),
                request.getHeader(HttpHeaders.ACCEPT),
                Exchange.acceptsGzip(request));
        return new CachedRead(cache, key, request.method() == HttpMethod.GET ? flights : null);
    }
}
