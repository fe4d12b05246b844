package org.puente.kit.limit;

import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.proxy.AsyncProxyManager;
import io.github.bucket4j.redis.lettuce.Bucket4jLettuce;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.metrics.CommandLatencyRecorder;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.DefaultClientResources;
import io.lettuce.core.resource.Delay;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/**
 * Where the replicas of a service count a caller's requests together: a server that speaks the protocol of Redis, such as
 * Valkey. It is never waited for longer than a moment: where it doesn't answer, it isn't asked again for a while, but for
 * one request at a time.
 */
final class SharedStore implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger("org.puente.kit.limit");
    private static final Duration PATIENCE = Duration.ofMillis(200);
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final int MOST_WAITING = 10_000;

    private final String prefix;
    private final RedisURI address;
    private final ClientResources resources;
    private final RedisClient client;
    private final AtomicLong askAgainAt = new AtomicLong(System.nanoTime());
    private volatile AsyncProxyManager<String> buckets;
    private volatile boolean silent;
    private volatile boolean closed;

    /**
     * @param address such as {@code redis://:password@store:6379}; {@code rediss://} is encrypted
     * @param prefix  of its keys, which keeps services that share a store apart
     */
    SharedStore(String address, String prefix) {
        this.prefix = prefix;
        this.address = RedisURI.create(address);
        this.resources = DefaultClientResources.builder()
                .commandLatencyRecorder(CommandLatencyRecorder.disabled())
                .reconnectDelay(Delay.constant(PAUSE))
                .build();
        this.client = RedisClient.create(resources);
        client.setOptions(ClientOptions.builder()
                .disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
                .requestQueueSize(MOST_WAITING)
                .build());
        connect();
    }

    private void connect() {
        client.connectAsync(RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE), address)
                .whenComplete((connection, failure) -> {
                    if (failure == null) {
                        buckets = buckets(connection);
                    } else if (!closed) {
                        failed(failure);
                        resources.eventExecutorGroup().schedule(this::connect, PAUSE.toMillis(), TimeUnit.MILLISECONDS);
                    }
                });
    }

    private static AsyncProxyManager<String> buckets(StatefulRedisConnection<String, byte[]> connection) {
        return Bucket4jLettuce.casBasedBuilder(connection)
                .expirationAfterWrite(
                        ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(Duration.ofSeconds(1)))
                .build()
                .asAsync();
    }

    /** Whether to ask: it is connected, and has answered last time or not been asked for a while. */
    boolean isWorthAsking() {
        if (buckets == null || closed) {
            return false;
        }
        long at = askAgainAt.get();
        long now = System.nanoTime();
        return !silent || now - at >= 0 && askAgainAt.compareAndSet(at, now + PAUSE.toNanos());
    }

    /** Takes one token, or fails within a moment. */
    CompletableFuture<ConsumptionProbe> take(String caller, BucketConfiguration limit) {
        return buckets.builder()
                .build(prefix + caller, () -> CompletableFuture.completedFuture(limit))
                .tryConsumeAndReturnRemaining(1)
                .orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((probe, failure) -> {
                    if (failure != null) {
                        failed(failure);
                    } else if (silent) {
                        silent = false;
                        LOG.info("The store of rate limits answers again; all replicas count together");
                    }
                });
    }

    private void failed(Throwable failure) {
        askAgainAt.set(System.nanoTime() + PAUSE.toNanos());
        if (!silent) {
            silent = true;
            LOG.warnf("The store of rate limits doesn't answer; this replica counts for itself: %s", failure);
        }
    }

    @Override
    public void close() {
        closed = true;
        client.shutdownAsync(0, 1, TimeUnit.SECONDS)
                .thenRun(() -> resources.shutdown(0, 1, TimeUnit.SECONDS))
                .orTimeout(2, TimeUnit.SECONDS);
    }
}
