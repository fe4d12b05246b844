package org.puente.gateway.passthrough;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import org.puente.gateway.upstream.Kept;

/** A read that is under way and that identical reads wait for; it ends with null where its answer can't be shared. */
final class Flight {

    private final Promise<Kept> promise = Promise.promise();

    Future<Kept> landed() {
        return promise.future();
    }

    void land(Kept kept) {
        promise.tryComplete(kept);
    }

    void fail(Throwable failure) {
        promise.tryFail(failure);
    }
}
