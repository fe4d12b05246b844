package org.puente.gateway.upstream;

import io.quarkus.tls.CertificateUpdatedEvent;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;

/** The services behind the gateway. */
@Singleton
public class Upstreams {

    private final Upstream statistics;
    private final Upstream diplomacy;

    Upstreams(UpstreamConfig config, Vertx vertx, TlsConfigurationRegistry certificates) {
        statistics = new Upstream("statistics", config.statistics(), vertx, certificates);
        diplomacy = new Upstream("diplomacy", config.diplomacy(), vertx, certificates);
    }

    public Upstream statistics() {
        return statistics;
    }

    public Upstream diplomacy() {
        return diplomacy;
    }

    public Upstream named(String name) {
        return all().stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
    }

    public List<Upstream> all() {
        return List.of(statistics, diplomacy);
    }

    /** Certificates that were read again hold for every connection opened from now on. */
    void renew(@Observes CertificateUpdatedEvent certificate) {
        all().forEach(one -> one.renew(certificate));
    }

    @PreDestroy
    void close() {
        all().forEach(Upstream::close);
    }
}
