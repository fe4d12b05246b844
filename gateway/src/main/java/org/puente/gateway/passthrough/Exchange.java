package org.puente.gateway.passthrough;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.impl.ContextInternal;
import io.vertx.ext.web.RoutingContext;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;
import java.util.Arrays;
import java.util.Locale;
import org.puente.gateway.upstream.Kept;
import org.puente.gateway.upstream.Upstream;
import org.puente.kit.problem.EdgeProblems;

/** One request on its way to a service and back. */
final class Exchange implements ProxyInterceptor {

    private static final String TAG_OF_ANY_ENCODING = "-gzip\"";

    private final RoutingContext context;
    private final HttpServerRequest request;
    private final Upstream upstream;
    private final EdgeProblems problems;
    private final CachedRead cached;
    private final boolean safe;
    private final long start = System.nanoTime();
    private boolean asksForConfirmation;

    /** @param cached null where the answer must neither be kept nor shared */
    Exchange(RoutingContext context, Upstream upstream, EdgeProblems problems, CachedRead cached) {
        this.context = context;
        this.request = context.request();
        this.upstream = upstream;
        this.problems = problems;
        this.cached = cached;
        this.safe = Upstream.isSafe(request.method());
    }

    static boolean acceptsGzip(HttpServerRequest request) {
        String accepted = request.getHeader(HttpHeaders.ACCEPT_ENCODING);
        return accepted != null
                && Arrays.stream(accepted.toLowerCase(Locale.ROOT)
                                .replace(" ", "")
                                .split(","))
                        .anyMatch(coding -> coding.startsWith("gzip") && !coding.matches("gzip;q=0(\\.0*)?"));
    }

    /** Answers at once where what is kept is still fresh. */
    boolean answerFromCache() {
        Kept kept = cached == null ? null : cached.kept();
        if (kept == null || !kept.isFresh()) {
            return false;
        }
        HttpServerResponse response = context.response();
        apply(kept.headers(), response.headers());
        response.putHeader("Age", Long.toString(kept.ageInSeconds()));
        response.putHeader("Server-Timing", "cache;desc=\"fresh\"");
        if (clientHolds(kept)) {
            response.headers().remove(HttpHeaders.CONTENT_LENGTH);
            response.setStatusCode(304).end();
        } else if (request.method() == HttpMethod.HEAD) {
            response.putHeader(
                            HttpHeaders.CONTENT_LENGTH,
                            Integer.toString(kept.body().length()))
                    .end();
        } else {
            response.end(kept.body());
        }
        return true;
    }

    Future<HttpClientRequest> open(ProxyContext proxy) {
        return upstream.request(proxy.request().getMethod(), proxy.request().getURI());
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext proxy) {
        Flight earlier = cached == null ? null : cached.join();
        return earlier == null
                ? send(proxy)
                : onOwnLoop(earlier.landed())
                        .transform(landed -> landed.failed()
                                ? Future.succeededFuture(problem(proxy, landed.cause()))
                                : landed.result() == null
                                        ? send(proxy)
                                        : Future.succeededFuture(answer(proxy.request(), landed.result())));
    }

    /** What another request has brought about arrives on that one's thread, which must not write our answer. */
    private <T> Future<T> onOwnLoop(Future<T> of) {
        Promise<T> own = promise();
        of.onComplete(own);
        return own.future();
    }

    private <T> Promise<T> promise() {
        return ((ContextInternal) context.vertx().getOrCreateContext()).promise();
    }

    private Future<ProxyResponse> send(ProxyContext proxy) {
        ProxyRequest outgoing = proxy.request();
        outgoing.setURI(request.uri().substring(PassThrough.PREFIX.length()));
        Headers.dropHopByHop(outgoing.headers());
        Headers.forward(outgoing.headers(), context, acceptsGzip(request));
        if (safe) {
            outgoing.setBody(null);
            outgoing.headers().remove(HttpHeaders.CONTENT_LENGTH);
        }
        if (cached != null && cached.kept() != null) {
            outgoing.headers()
                    .set(HttpHeaders.IF_NONE_MATCH, cached.kept().tag().replace(TAG_OF_ANY_ENCODING, "\""));
            asksForConfirmation = true;
        }
        Uni<ProxyResponse> call =
                upstream.guarded(safe, () -> context.response().closed(), proxy::sendRequest);
        Promise<ProxyResponse> answered = promise();
        call.subscribe().with(answered::complete, failure -> {
            if (cached != null) {
                cached.fail(failure);
            }
            answered.complete(problem(proxy, failure));
        });
        return answered.future();
    }

    private ProxyResponse problem(ProxyContext proxy, Throwable failure) {
        if (!safe) {
            context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        }
        ProxyResponse response = proxy.request().release().response();
        EdgeProblems.Written written = problems.written(failure, request.path());
        written.headers().forEach(response::putHeader);
        return response.setStatusCode(written.status()).setBody(Body.body(Buffer.buffer(written.body())));
    }

    private static ProxyResponse answer(ProxyRequest incoming, Kept kept) {
        ProxyResponse response = incoming.release().response();
        response.headers().setAll(kept.headers());
        return response.setStatusCode(kept.status()).setBody(Body.body(kept.body()));
    }

    @Override
    public Future<Void> handleProxyResponse(ProxyContext proxy) {
        ProxyResponse response = proxy.response();
        MultiMap headers = response.headers();
        Headers.dropHopByHop(headers);
        Headers.hideUpstream(headers);
        if (!safe && response.getStatusCode() < 400) {
            upstream.written();
        }
        if (asksForConfirmation && response.getStatusCode() == 304) {
            Kept confirmed = cached.confirmed(headers);
            response.release();
            headers.setAll(confirmed.headers());
            response.setStatusCode(confirmed.status()).setStatusMessage(null).setBody(Body.body(confirmed.body()));
        } else if (cached != null) {
            keep(response);
        }
        if (response.getStatusCode() == 200 && clientHolds(headers.get(HttpHeaders.ETAG))) {
            notModified(response);
        }
        double millis = Math.round((System.nanoTime() - start) / 1e5) / 10.0;
        headers.set("server-timing", upstream.name() + ";dur=" + millis);
        // The proxy adds to what is there; what the service says replaces what our own filters have set.
        headers.names().forEach(name -> context.response().headers().remove(name));
        return proxy.sendResponse();
    }

    private void keep(ProxyResponse response) {
        Body body = response.getBody();
        boolean small = body != null && body.length() <= cached.largestBody();
        if (!small || !cached.mayKeep(response.getStatusCode(), response.headers())) {
            cached.land(null);
            return;
        }
        int status = response.getStatusCode();
        MultiMap headers = MultiMap.caseInsensitiveMultiMap().addAll(response.headers());
        Tee tee = new Tee(body.stream(), cached.largestBody(), whole -> {
            if (whole == null) {
                cached.land(null);
            } else {
                cached.arrived(status, headers, whole);
            }
        });
        response.setBody(Body.body(tee, body.length()));
    }

    private void notModified(ProxyResponse response) {
        response.getBody().stream().resume();
        response.headers().remove(HttpHeaders.CONTENT_LENGTH);
        response.setStatusCode(304).setStatusMessage(null).setBody(null);
    }

    private boolean clientHolds(Kept kept) {
        return clientHolds(kept.tag());
    }

    /** Compared without the mark of the encoding, which the filter in front of us has cut off what the client sent. */
    private boolean clientHolds(String tag) {
        String held = request.getHeader(HttpHeaders.IF_NONE_MATCH);
        if (held == null || tag == null) {
            return false;
        }
        String plain = tag.replace(TAG_OF_ANY_ENCODING, "\"");
        return Arrays.stream(held.split(","))
                .map(String::trim)
                .anyMatch(one -> one.equals("*") || one.replaceFirst("^W/", "").equals(plain));
    }

    private static void apply(MultiMap from, MultiMap to) {
        from.forEach((name, value) -> to.remove(name));
        from.forEach((name, value) -> to.add(name, value));
    }
}
