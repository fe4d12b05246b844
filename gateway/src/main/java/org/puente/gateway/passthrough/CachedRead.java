package org.puente.gateway.passthrough;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import java.util.Map;
import org.puente.gateway.upstream.AnswerCache;
import org.puente.gateway.upstream.Kept;

/** What is kept for one read, and who else waits for it. */
final class CachedRead {

    private final AnswerCache cache;
    private final AnswerCache.Key key;
    private final Map<AnswerCache.Key, Flight> flights;
    private final Kept kept;
    private Flight own;

    /** @param flights null where the read must not be waited for, as it brings no body */
    CachedRead(AnswerCache cache, AnswerCache.Key key, Map<AnswerCache.Key, Flight> flights) {
        this.cache = cache;
        this.key = key;
        this.flights = flights;
        this.kept = cache.get(key);
    }

    /** Null where nothing is kept. */
    Kept kept() {
        return kept;
    }

    /** The flight to wait for, or null where this read is the one that others wait for. */
    Flight join() {
        if (flights == null) {
            return null;
        }
        Flight mine = new Flight();
        Flight earlier = flights.putIfAbsent(key, mine);
        if (earlier == null) {
            own = mine;
        }
        return earlier;
    }

    boolean mayKeep(int status, MultiMap headers) {
        return flights != null && AnswerCache.mayKeep(status, headers);
    }

    long largestBody() {
        return cache.largestBody();
    }

    Kept confirmed(MultiMap headers) {
        Kept confirmed = cache.confirm(key, kept, headers);
        land(confirmed);
        return confirmed;
    }

    void arrived(int status, MultiMap headers, Buffer body) {
        land(cache.keep(key, status, headers, body));
    }

    /** Ends the flight; null says that each who waits has to ask alone. */
    void land(Kept answer) {
        if (own != null) {
            flights.remove(key, own);
            own.land(answer);
            own = null;
        }
    }

    void fail(Throwable failure) {
        if (own != null) {
            flights.remove(key, own);
            own.fail(failure);
            own = null;
        }
    }
}
