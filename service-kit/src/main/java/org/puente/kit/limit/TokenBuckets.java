package org.puente.kit.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;

/**
 * A token bucket for each caller of one kind, kept in this process: each replica grants the whole limit.
 *
 * @see <a href="https://datatracker.ietf.org/doc/draft-ietf-httpapi-ratelimit-headers/">RateLimit header fields</a>
 */
final class TokenBuckets {

    private final String quotedName;
    private final String policy;
    private final long requests;
    private final Duration per;
    private final Cache<String, Bucket> buckets;

    /** @param name of the policy, as it stands in the header fields */
    TokenBuckets(String name, long requests, Duration per, long callers) {
        this.quotedName = '"' + name + '"';
        this.policy = quotedName + ";q=" + requests + ";w=" + per.toSeconds();
        this.requests = requests;
        this.per = per;
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

    Verdict take(String caller) {
        Bucket bucket = buckets.get(caller, key -> Bucket.builder()
                .addLimit(limit -> limit.capacity(requests).refillGreedy(requests, per))
                .build());
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
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
