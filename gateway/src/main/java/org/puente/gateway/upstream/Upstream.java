package org.puente.gateway.upstream;

import io.netty.channel.EventLoop;
import io.quarkus.tls.CertificateUpdatedEvent;
import io.quarkus.tls.TlsConfiguration;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.quarkus.tls.runtime.config.TlsConfigUtils;
import io.smallrye.faulttolerance.api.Guard;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.impl.ContextInternal;
import jakarta.enterprise.util.TypeLiteral;
import java.net.URI;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * One service behind the gateway: connections to it, with one breaker and one bulkhead over everything that
 * goes to it, and one retry of reads that failed before they were answered.
 */
public final class Upstream {

    /** Under which the gateway offers the services; they write it before the paths in their answers. */
    public static final String PREFIX = "/api";

    private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final String name;
    private final UpstreamConfig.Service config;
    private final Vertx vertx;
    /** For the event loops that have no connections yet. */
    private volatile HttpClientOptions options;

    private final Map<EventLoop, HttpClient> clients = new ConcurrentHashMap<>();
    private final Guard guard;
    private final AtomicLong writes = new AtomicLong();

    Upstream(String name, UpstreamConfig.Service config, Vertx vertx, TlsConfigurationRegistry certificates) {
        this.name = name;
        this.config = config;
        URI url = config.url();
        this.vertx = vertx;
        HttpClientOptions first = new HttpClientOptions()
                .setDefaultHost(url.getHost())
                .setDefaultPort(
                        url.getPort() > 0 ? url.getPort() : url.getScheme().equals("https") ? 443 : 80)
                .setSsl(url.getScheme().equals("https"))
                .setConnectTimeout(Math.toIntExact(config.connectTimeout().toMillis()))
                // A call that the bulkhead lets in never waits for a connection, which would count as one that can't be
                // opened.
                .setMaxPoolSize(config.concurrentCalls())
                .setKeepAliveTimeout(30)
                .setDecompressionSupported(false);
        config.tls().ifPresent(tls -> encrypt(first, tls, certificates));
        this.options = first;
        this.guard = guard(name, config);
    }

    private static void encrypt(HttpClientOptions options, String tls, TlsConfigurationRegistry certificates) {
        TlsConfiguration certificate =
                certificates.get(tls).orElseThrow(() -> new IllegalArgumentException("There is no quarkus.tls." + tls));
        TlsConfigUtils.configure(options, certificate);
        options.setSsl(true);
    }

    void renew(CertificateUpdatedEvent certificate) {
        if (config.tls().filter(certificate.name()::equals).isPresent()) {
            HttpClientOptions renewed = new HttpClientOptions(options);
            TlsConfigUtils.configure(renewed, certificate.tlsConfiguration());
            options = renewed;
            // Though it only names the files, as before.
            clients.values()
                    .forEach(client -> client.updateSSLOptions(
                            certificate.tlsConfiguration().getSSLOptions(), true));
        }
    }

    private static Guard guard(String name, UpstreamConfig.Service config) {
        return Guard.create()
                .withDescription(name)
                .withBulkhead()
                .limit(config.concurrentCalls())
                .queueSize(1)
                .done()
                .withCircuitBreaker()
                .name(name)
                .requestVolumeThreshold(config.breakerWindow())
                .failureRatio(config.breakerRatio())
                .delay(config.breakerDelay().toMillis(), ChronoUnit.MILLIS)
                .when(failure -> failure instanceof UpstreamFailure known && known.blamesUpstream())
                .done()
                .withRetry()
                .maxRetries(1)
                .delay(config.retryDelay().toMillis(), ChronoUnit.MILLIS)
                .jitter(config.retryDelay().toMillis(), ChronoUnit.MILLIS)
                .whenException(failure -> failure instanceof UpstreamFailure known && known.retryable())
                .done()
                .build();
    }

    public String name() {
        return name;
    }

    /**
     * The connections of the event loop that asks. One pool for all of them would hand out connections of other loops, and
     * then each part of a call and of its answer wakes another thread.
     */
    public HttpClient client() {
        EventLoop loop = ((ContextInternal) vertx.getOrCreateContext()).nettyEventLoop();
        return clients.computeIfAbsent(loop, absent -> vertx.createHttpClient(options));
    }

    /** Grows with each write that may have changed what reads answer. */
    public long writes() {
        return writes.get();
    }

    public void written() {
        writes.incrementAndGet();
    }

    public static boolean isSafe(HttpMethod method) {
        return SAFE.contains(method);
    }

    /** A request that isn't sent yet. */
    public Future<HttpClientRequest> request(HttpMethod method, String uri) {
        Duration timeout = isSafe(method) ? config.timeout() : config.writeTimeout();
        return client().request(new RequestOptions()
                .setMethod(method)
                .setURI(uri)
                .putHeader("x-forwarded-prefix", PREFIX)
                .setIdleTimeout(timeout.toMillis())
                .setConnectTimeout(config.connectTimeout().toMillis()));
    }

    /**
     * Makes a call under breaker, bulkhead and, where it is safe, retry.
     *
     * @param abandoned whether the client has gone away meanwhile
     * @return fails with {@link UpstreamFailure} only
     */
    public <T> Uni<T> guarded(boolean safe, BooleanSupplier abandoned, Supplier<Future<T>> call) {
        Uni<T> guarded = guard.get(
                () -> Uni.createFrom().<T>emitter(emitter -> call.get().onComplete(done -> {
                    if (done.succeeded()) {
                        emitter.complete(done.result());
                    } else if (abandoned.getAsBoolean()) {
                        emitter.fail(UpstreamFailure.abandoned(name));
                    } else {
                        emitter.fail(UpstreamFailure.of(name, done.cause(), safe));
                    }
                })),
                new TypeLiteral<Uni<T>>() {});
        return guarded.onFailure().transform(failure -> UpstreamFailure.of(name, failure, safe));
    }

    void close() {
        clients.values().forEach(HttpClient::close);
    }
}
