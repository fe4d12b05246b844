package org.puente.gateway.upstream;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Reads whole JSON answers for joins. Identical reads at the same moment share one call. */
@Singleton
class Reads {

    private static final String JSON = "application/json";

    private final Upstreams upstreams;
    private final AnswerCache cache;
    private final ObjectMapper json;
    private final Map<AnswerCache.Key, Uni<Kept>> flights = new ConcurrentHashMap<>();

    Reads(Upstreams upstreams, AnswerCache cache, ObjectMapper json) {
        this.upstreams = upstreams;
        this.cache = cache;
        this.json = json.copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    /** Fails with {@link UpstreamFailure} or {@link UpstreamRefusal}. */
    <T> Uni<T> read(Endpoint.Read<T> read) {
        Upstream upstream = upstreams.named(read.endpoint().upstream());
        ObjectReader reader = json.readerFor(read.endpoint().type());
        return answer(upstream, read.uri()).map(kept -> parsed(upstream, kept, reader));
    }

    private Uni<Kept> answer(Upstream upstream, String uri) {
        AnswerCache.Key key = AnswerCache.key(upstream, uri, JSON, false);
        Kept kept = cache.get(key);
        if (kept != null && kept.isFresh()) {
            return Uni.createFrom().item(kept);
        }
        Uni<Kept> flight = flights.computeIfAbsent(
                key, absent -> upstream.guarded(true, () -> false, () -> call(upstream, key, kept))
                        .onTermination()
                        .invoke(() -> flights.remove(key))
                        .memoize()
                        .indefinitely());
        Context own = Vertx.currentContext();
        return own == null ? flight : flight.emitOn(task -> own.runOnContext(ignored -> task.run()));
    }

    private Future<Kept> call(Upstream upstream, AnswerCache.Key key, Kept stale) {
        return upstream.request(HttpMethod.GET, key.uri())
                .compose(request -> send(request, stale))
                .compose(response -> response.body().map(body -> received(key, stale, response, body)));
    }

    private static Future<HttpClientResponse> send(HttpClientRequest request, Kept stale) {
        request.putHeader(HttpHeaders.ACCEPT, JSON);
        if (stale != null) {
            request.putHeader(HttpHeaders.IF_NONE_MATCH, stale.tag());
        }
        return request.send();
    }

    private Kept received(AnswerCache.Key key, Kept stale, HttpClientResponse response, Buffer body) {
        int status = response.statusCode();
        MultiMap headers = response.headers();
        if (status == 304 && stale != null) {
            return cache.confirm(key, stale, headers);
        }
        return AnswerCache.mayKeep(status, headers)
                ? cache.keep(key, status, headers, body)
                : new Kept(status, headers, body, 0, 0);
    }

    private <T> T parsed(Upstream upstream, Kept kept, ObjectReader reader) {
        int status = kept.status();
        if (status >= 500 || status < 200 || status >= 300 && status < 400) {
            throw UpstreamFailure.status(upstream.name(), status);
        }
        try {
            if (status >= 400) {
                JsonNode problem = json.readTree(kept.body().getBytes());
                if (problem instanceof ObjectNode object) {
                    throw new UpstreamRefusal(upstream.name(), status, object);
                }
                throw UpstreamFailure.garbage(upstream.name());
            }
            T value = reader.readValue(kept.body().getBytes());
            if (value == null) {
                throw UpstreamFailure.garbage(upstream.name());
            }
            return value;
        } catch (IOException e) {
            throw UpstreamFailure.garbage(upstream.name());
        }
    }
}
