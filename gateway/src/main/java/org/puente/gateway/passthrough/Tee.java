package org.puente.gateway.passthrough;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import java.util.function.Consumer;

/** A stream that also collects what flows through it, as long as that is small. */
final class Tee implements ReadStream<Buffer> {

    private final ReadStream<Buffer> source;
    private final long most;
    private final Consumer<Buffer> whole;
    private Buffer collected = Buffer.buffer();

    /** @param whole is given everything at the end, or null as soon as it is too much or the stream fails */
    Tee(ReadStream<Buffer> source, long most, Consumer<Buffer> whole) {
        this.source = source;
        this.most = most;
        this.whole = whole;
    }

    @Override
    public ReadStream<Buffer> handler(Handler<Buffer> handler) {
        source.handler(
                handler == null
                        ? null
                        : chunk -> {
                            collect(chunk);
                            handler.handle(chunk);
                        });
        return this;
    }

    private void collect(Buffer chunk) {
        if (collected == null) {
            return;
        }
        collected.appendBuffer(chunk);
        if (collected.length() > most) {
            finish(null);
        }
    }

    private void finish(Buffer all) {
        if (collected != null) {
            collected = null;
            whole.accept(all);
        }
    }

    @Override
    public ReadStream<Buffer> exceptionHandler(Handler<Throwable> handler) {
        source.exceptionHandler(failure -> {
            finish(null);
            if (handler != null) {
                handler.handle(failure);
            }
        });
        return this;
    }

    @Override
    public ReadStream<Buffer> endHandler(Handler<Void> handler) {
        source.endHandler(done -> {
            finish(collected);
            if (handler != null) {
                handler.handle(done);
            }
        });
        return this;
    }

    @Override
    public ReadStream<Buffer> pause() {
        source.pause();
        return this;
    }

    @Override
    public ReadStream<Buffer> resume() {
        source.resume();
        return this;
    }

    @Override
    public ReadStream<Buffer> fetch(long amount) {
        source.fetch(amount);
        return this;
    }
}
