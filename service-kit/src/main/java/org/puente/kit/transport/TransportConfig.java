package org.puente.kit.transport;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.vertx.core.http.ClientAuth;
import java.time.Duration;

/** What Quarkus fixes at build time or has no setting for; the certificates themselves stand in {@code quarkus.tls}. */
@ConfigMapping(prefix = "puente.transport")
interface TransportConfig {

    /**
     * Whether callers on encrypted connections must show a certificate: {@code none}, {@code request} or {@code required}.
     * Which are believed says the trust store of {@code quarkus.http.tls-configuration-name}.
     */
    @WithDefault("none")
    ClientAuth clientCertificate();

    /** For how long browsers that came encrypted must do so again; 0 promises nothing. */
    @WithDefault("365d")
    Duration strictTransport();
}
