package org.puente.kit.limit;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.AttributeKey;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Closes one connection where a request's header takes too long from its first byte on. It stands at the socket, below
 * encryption, so that a handshake counts as well.
 */
final class HeaderDeadline extends ChannelInboundHandlerAdapter {

    private static final AttributeKey<HeaderDeadline> KEY = AttributeKey.valueOf(HeaderDeadline.class.getName());

    private final Duration patience;
    private ChannelHandlerContext channel;
    private Future<?> deadline;
    private long arrivals;
    private boolean answering;
    private boolean last;

    HeaderDeadline(Duration patience) {
        this.patience = patience;
    }

    /** That of a request's connection; null where the connection isn't looked at. */
    static HeaderDeadline of(HttpServerRequest request) {
        return request.connection() instanceof ConnectionBase connection
                ? connection.channel().attr(KEY).get()
                : null;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        channel = context;
        context.channel().attr(KEY).set(this);
    }

    /** A request's header is complete. Called on the connection's own thread. */
    long arrived() {
        answering = true;
        cancel();
        return ++arrivals;
    }

    /** The answer to this arrival has ended, on whichever thread. */
    void answered(long arrival) {
        channel.executor().execute(() -> {
            if (arrival == arrivals) {
                answering = false;
            }
        });
    }

    /** Nothing that comes after the present request is to be taken for one. */
    void endsWithThis() {
        last = true;
    }

    boolean hasEnded() {
        return last;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object bytes) {
        boolean between = !answering && deadline == null;
        long before = arrivals;
        context.fireChannelRead(bytes);
        if (between && before == arrivals) {
            deadline = context.executor().schedule(() -> context.close(), patience.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        cancel();
        context.fireChannelInactive();
    }

    private void cancel() {
        if (deadline != null) {
            deadline.cancel(false);
            deadline = null;
        }
    }
}
