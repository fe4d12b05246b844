package org.puente.gateway.upstream;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The calls behind one answer of the gateway: they share one deadline, and each leaves its time and, where it may fail
 * without failing the answer, its reason.
 */
public final class Fanout {

    private final Reads reads;
    private final long start = System.nanoTime();
    private final Duration deadline;
    private final List<Missing> missing = new CopyOnWriteArrayList<>();
    private final Map<String, Long> slowest = new ConcurrentHashMap<>();

    Fanout(Reads reads, Duration deadline) {
        this.reads = reads;
        this.deadline = deadline;
    }

    /** A part without which there is no answer: fails with {@link UpstreamFailure} or {@link UpstreamRefusal}. */
    public <T> Uni<T> required(Endpoint.Read<T> read) {
        String upstream = read.endpoint().upstream();
        long begun = System.nanoTime();
        Duration left = deadline.minusNanos(begun - start);
        if (left.isNegative() || left.isZero()) {
            return Uni.createFrom().failure(UpstreamFailure.tooLate(upstream));
        }
        return reads.read(read)
                .ifNoItem()
                .after(left)
                .failWith(() -> UpstreamFailure.tooLate(upstream))
                .onTermination()
                .invoke(() -> slowest.merge(upstream, System.nanoTime() - begun, Math::max));
    }

    /** A part that may be missing: null then, and named in {@link #missing()}. Never fails for the service's sake. */
    public <T> Uni<T> optional(Endpoint.Read<T> read) {
        return orMissing(read, required(read));
    }

    /** As {@link #optional}, but that the service knows nothing by this name is an answer: null, with nothing missing. */
    public <T> Uni<T> optionalOrAbsent(Endpoint.Read<T> read) {
        return orMissing(
                read,
                required(read)
                        .onFailure(failure -> failure instanceof UpstreamRefusal refusal && refusal.status() == 404)
                        .recoverWithItem((T) null));
    }

    private <T> Uni<T> orMissing(Endpoint.Read<T> read, Uni<T> answer) {
        return answer.onFailure(UpstreamFailure.class)
                .recoverWithItem(failure -> miss(read, failure.reason(), failure.code()))
                .onFailure(UpstreamRefusal.class)
                .recoverWithItem(refusal -> miss(read, refusal.getMessage(), "refused"));
    }

    private <T> T miss(Endpoint.Read<T> read, String reason, String code) {
        miss(new Missing(read.endpoint().upstream(), reason, code));
        return null;
    }

    /** Names a part that isn't there for a reason of its own. */
    public void miss(Missing one) {
        if (!missing.contains(one)) {
            missing.add(one);
        }
    }

    /** What was missed so far, each reason of a service once. */
    public List<Missing> missing() {
        return List.copyOf(missing);
    }

    /** The value of {@code Server-Timing}: for each service the slowest of its calls, in milliseconds. */
    public String timing() {
        StringBuilder header = new StringBuilder();
        slowest.forEach(
                (upstream, nanos) -> header.append(String.format(Locale.ROOT, "%s;dur=%.1f, ", upstream, nanos / 1e6)));
        double total = (System.nanoTime() - start) / 1e6;
        return header.append(String.format(Locale.ROOT, "total;dur=%.1f", total))
                .toString();
    }
}
