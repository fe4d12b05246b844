package org.puente.gateway.upstream;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;

/**
 * An answer of a service as it came, whole.
 *
 * @param headers    its header fields without those of the connection
 * @param freshUntil in {@link System#nanoTime()}; after it the service is asked whether the answer still holds
 */
public record Kept(int status, MultiMap headers, Buffer body, long keptAt, long freshUntil) {

    public String tag() {
        return headers.get("etag");
    }

    public boolean isFresh() {
        return System.nanoTime() < freshUntil;
    }

    public long ageInSeconds() {
        return (System.nanoTime() - keptAt) / 1_000_000_000;
    }

    Kept confirmed(long now, long until) {
        return new Kept(status, headers, body, now, until);
    }
}
