package org.puente.kit.limit;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ServerChannel;
import io.netty.channel.SingleThreadEventLoop;
import io.quarkus.vertx.http.HttpServerStart;
import io.quarkus.vertx.http.HttpsServerStart;
import io.quarkus.vertx.http.ManagementInterface;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.impl.VertxInternal;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;

/**
 * Gives every connection a {@link HeaderDeadline}. Vert.x has limits for connections on which nothing moves at all, but none
 * for a header of which a byte comes now and then, nor a way to add one; so each is met where the server socket hands it
 * over.
 */
@Singleton
class SlowClients {

    private static final String NAME = "header-deadline";
    private static final int BEFORE_ALL = 3000;

    private final Vertx vertx;
    private final LimitConfig limits;

    SlowClients(Vertx vertx, LimitConfig limits) {
        this.vertx = vertx;
        this.limits = limits;
    }

    void started(@ObservesAsync HttpServerStart event) {
        lookAtServers();
    }

    void startedEncrypted(@ObservesAsync HttpsServerStart event) {
        lookAtServers();
    }

    void filters(@Observes Filters filters) {
        filters.register(SlowClients::follow, BEFORE_ALL);
    }

    void management(@Observes ManagementInterface management) {
        management.router().route().order(Integer.MIN_VALUE).handler(SlowClients::follow);
    }

    private static void follow(RoutingContext context) {
        HeaderDeadline header = HeaderDeadline.of(context.request());
        if (header != null && header.hasEnded()) {
            context.request().connection().close();
            return;
        }
        if (header != null) {
            long arrival = header.arrived();
            // Frames between the requests of HTTP/2 are not the beginning of a header.
            if (context.request().version() != HttpVersion.HTTP_2) {
                context.addEndHandler(ended -> header.answered(arrival));
            }
        }
        context.next();
    }

    private void lookAtServers() {
        ((VertxInternal) vertx).getAcceptorEventLoopGroup().forEach(executor -> {
            SingleThreadEventLoop loop = (SingleThreadEventLoop) executor;
            loop.execute(() -> loop.registeredChannelsIterator().forEachRemaining(this::lookAt));
        });
    }

    private void lookAt(Channel server) {
        if (server instanceof ServerChannel && server.pipeline().get(NAME) == null) {
            server.pipeline().addFirst(NAME, new ChannelInboundHandlerAdapter() {
                @Override
                public void channelRead(ChannelHandlerContext context, Object connection) {
                    ((Channel) connection).pipeline().addFirst(NAME, new HeaderDeadline(limits.headerPatience()));
                    context.fireChannelRead(connection);
                }
            });
        }
    }
}
