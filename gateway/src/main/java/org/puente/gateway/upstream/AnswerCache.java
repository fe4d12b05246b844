package org.puente.gateway.upstream;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Public answers of the services for a short while, and then as long as the service confirms their tag. A write through
 * this gateway makes everything kept of its service stale at once.
 */
@Singleton
public class AnswerCache {

    /** What an answer depends on. {@code writes} is the state of {@link Upstream#writes()} when it was asked for. */
    public record Key(String upstream, long writes, String uri, String accept, boolean gzip) {}

    private static final Pattern MAX_AGE = Pattern.compile("(?:^|[ ,])max-age=(\\d{1,9})");
    /** Reads that carry a token never come here, so what is kept is what everyone without one may see. */
    private static final Set<String> UNDERSTOOD_VARY = Set.of("accept", "accept-encoding", "authorization", "origin");

    private static final int OVERHEAD = 1024;

    private final Cache<Key, Kept> answers;
    private final long largestBody;
    private final Duration freshness;

    AnswerCache(UpstreamConfig config) {
        answers = Caffeine.newBuilder()
                .maximumWeight(config.cache().size().asLongValue())
                .weigher((Key key, Kept kept) -> kept.body().length() + OVERHEAD)
                .expireAfterAccess(Duration.ofMinutes(10))
                .executor(Runnable::run)
                .build();
        largestBody = config.cache().largestBody().asLongValue();
        freshness = config.cache().freshness();
    }

    public static Key key(Upstream upstream, String uri, String accept, boolean gzip) {
        return new Key(upstream.name(), upstream.writes(), uri, accept == null ? "*/*" : accept, gzip);
    }

    public Kept get(Key key) {
        return answers.getIfPresent(key);
    }

    public long largestBody() {
        return largestBody;
    }

    /** Whether an answer with these header fields may be kept for everyone. */
    public static boolean mayKeep(int status, MultiMap headers) {
        String control = control(headers);
        boolean forEveryone = !control.contains("no-store") && !control.contains("private");
        return status == 200 && headers.contains("etag") && forEveryone && variesAsUnderstood(headers);
    }

    /** Keeps an answer that {@link #mayKeep} allows. */
    public Kept keep(Key key, int status, MultiMap headers, Buffer body) {
        long now = System.nanoTime();
        Kept kept = new Kept(status, headers, body, now, now + freshFor(headers).toNanos());
        if (body.length() <= largestBody) {
            answers.put(key, kept);
        }
        return kept;
    }

    /** The service said that the answer still holds, with these header fields. */
    public Kept confirm(Key key, Kept kept, MultiMap headers) {
        long now = System.nanoTime();
        MultiMap freshest = headers.contains("cache-control") ? headers : kept.headers();
        Kept confirmed = kept.confirmed(now, now + freshFor(freshest).toNanos());
        answers.put(key, confirmed);
        return confirmed;
    }

    private Duration freshFor(MultiMap headers) {
        String control = control(headers);
        Matcher maxAge = MAX_AGE.matcher(control);
        if (control.contains("no-cache") || !maxAge.find()) {
            return Duration.ZERO;
        }
        Duration own = Duration.ofSeconds(Long.parseLong(maxAge.group(1)));
        boolean capped = !control.contains("immutable") && own.compareTo(freshness) > 0;
        return capped ? freshness : own;
    }

    private static String control(MultiMap headers) {
        return String.join(",", headers.getAll("cache-control")).toLowerCase(Locale.ROOT);
    }

    private static boolean variesAsUnderstood(MultiMap headers) {
        for (String field : String.join(",", headers.getAll("vary"))
                .toLowerCase(Locale.ROOT)
                .split(",")) {
            if (!field.isBlank() && !UNDERSTOOD_VARY.contains(field.trim())) {
                return false;
            }
        }
        return true;
    }
}
