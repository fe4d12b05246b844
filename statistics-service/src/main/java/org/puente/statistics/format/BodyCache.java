package org.puente.statistics.format;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import org.puente.statistics.release.Catalog;

/**
 * Finished bodies of late. When those of one generation fill half of the room, it becomes the old one, and what nobody asked
 * for since then is forgotten. A body belongs to the releases that were known when it was made.
 */
final class BodyCache {

    private static final long GENERATION = 16L << 20;
    private static final int LARGEST = 1 << 18;
    private static final int OVERHEAD = 512;
    private static final int REMEMBERED = 1 << 14;

    private record Kept(Catalog.Snapshot snapshot, Body body) {}

    private volatile Map<String, Kept> young = new ConcurrentHashMap<>();
    private volatile Map<String, Kept> old = Map.of();
    private final AtomicLong bytes = new AtomicLong();
    /** Hashes of keys that were asked for once. */
    private final AtomicIntegerArray asked = new AtomicIntegerArray(REMEMBERED);

    Optional<Body> find(String key, Catalog.Snapshot snapshot) {
        Kept kept = young.get(key);
        if (kept == null) {
            kept = old.get(key);
            if (kept != null) {
                keep(key, kept);
            }
        }
        return kept == null || kept.snapshot() != snapshot ? Optional.empty() : Optional.of(kept.body());
    }

    /** Keeps what is asked for a second time: most queries come once, and would only push the others out. */
    void keep(String key, Catalog.Snapshot snapshot, Body body) {
        int hash = key.hashCode();
        boolean askedBefore = asked.getAndSet(hash & REMEMBERED - 1, hash) == hash;
        if (askedBefore && body.bytes().length <= LARGEST) {
            keep(key, new Kept(snapshot, body));
        }
    }

    private void keep(String key, Kept kept) {
        if (bytes.addAndGet(kept.body().bytes().length + key.length() + OVERHEAD) > GENERATION) {
            bytes.set(0);
            old = young;
            young = new ConcurrentHashMap<>();
        }
        young.put(key, kept);
    }
}
