package org.puente.kit.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import io.micrometer.core.instrument.Counter;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * A token bucket for each caller of one kind, kept in this process, where each replica grants the whole limit, or in a store
 * that all replicas share.
 *
 * @see <a href="https://datatracker.ietf.org/doc/draft-ietf-httpapi-ratelimit-headers/">RateLimit header fields</a>
 */
final class TokenBuckets {

    private final String quotedName;
    private final String policy;
    private final long requests;
    private final BucketConfiguration limit;
    private final Cache<String, Bucket> buckets;
    private final SharedStore store;
    private final Counter alone;

    /**
     * @param name  of the policy, as it stands in the header fields
     * @param store null where each replica counts for itself
     * @param alone counts the requests that the store should have counted and didn't
     */
    TokenBuckets(String name, long requests, Duration per, long callers, SharedStore store, Counter alone) {
        this.quotedName = '"' + name + '"';
        this.policy = quotedName + ";q=" + requests + ";w=" + per.toSeconds();
        this.requests = requests;
        this.limit = BucketConfiguration.builder()
                .addLimit(tokens -> tokens.capacity(Math.max(1, requests)).refillGreedy(Math.max(1, requests), per))
                .build();
        this.store = store;
        this.alone = alone;
        // Untouched for this long, a bucket is full: forgetting it changes nothing.
        this.buckets = Caffeine.newBuilder()
                .maximumSize(callers)
                .expireAfterAccess(per)
                .build();
    }

    /** What became of one request. Header fields are those of the IETF draft; seconds are rounded up. */
    record Verdict(boolean granted, String policy, String state, long retryAfterSeconds) {}

    boolean isOff() {
        return requests <= 0;
    }

    /** Takes one of the caller's tokens; completed at once where no store is asked. */
    CompletableFuture<Verdict> take(String caller) {
        if (store == null) {
            return CompletableFuture.completedFuture(takeHere(caller));
        }
        if (!store.isWorthAsking()) {
            return CompletableFuture.completedFuture(takeAlone(caller));
        }
        // Another limit is another bucket, so that a changed one counts at once.
        return store.take(policy + ":" + caller, limit)
                .handle((probe, failure) -> failure == null ? verdict(probe) : takeAlone(caller));
    }

    private Verdict takeAlone(String caller) {
        alone.increment();
        return takeHere(caller);
    }

    private Verdict takeHere(String caller) {
        Bucket bucket = buckets.get(
                caller,
                key -> Bucket.builder().addLimit(limit.getBandwidths()[0]).build());
        return verdict(bucket.tryConsumeAndReturnRemaining(1));
    }

    private Verdict verdict(ConsumptionProbe probe) {
        return new Verdict(
                probe.isConsumed(),
                policy,
                quotedName + ";r=" + probe.getRemainingTokens() + ";t=" + seconds(probe.getNanosToWaitForReset()),
                Math.max(1, seconds(probe.getNanosToWaitForRefill())));
    }

    private static long seconds(long nanos) {
        return (nanos + 999_999_999L) / 1_000_000_000L;
    }
}
