package org.puente.kit.transport;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerOptions;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Applies {@link TransportConfig}. */
@Singleton
class Transport implements HttpServerOptionsCustomizer {

    private static final int BEFORE_ALL = 1900;

    private final TransportConfig config;

    Transport(TransportConfig config) {
        this.config = config;
    }

    @Override
    public void customizeHttpsServer(HttpServerOptions options) {
        options.setClientAuth(config.clientCertificate());
    }

    /** A promise made on an open connection would be ignored (RFC 6797 section 7.2). */
    void filters(@Observes Filters filters) {
        long seconds = config.strictTransport().toSeconds();
        if (seconds > 0) {
            filters.register(
                    context -> {
                        if (context.request().isSSL()) {
                            context.response().putHeader("Strict-Transport-Security", "max-age=" + seconds);
                        }
                        context.next();
                    },
                    BEFORE_ALL);
        }
    }
}
