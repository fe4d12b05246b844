package org.puente.diplomacy.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.function.Supplier;
import org.puente.kit.conditional.Conditional;
import org.puente.kit.problem.Refusal;

/** Writes that a client may repeat when it doesn't know whether the first attempt arrived. */
@ApplicationScoped
public class IdempotentWrites {

    private final EntityManager entities;
    private final Clock clock;

    IdempotentWrites(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /**
     * Writes once for each caller and key; a repetition gets what the first attempt wrote. Runs in the caller's
     * transaction, so a failed write leaves its key free.
     *
     * @param key     null where the client doesn't repeat
     * @param request what is asked for: another request under the same key is refused
     */
    public Version once(String caller, String key, String request, Supplier<Version> write) {
        if (key == null) {
            return write.get();
        }
        if (key.isBlank() || key.length() > 200) {
            throw Refusal.invalid("Idempotency-Key", "must have 1 to 200 characters");
        }
        String digest = Conditional.tagOf(request).getValue();
        if (!claim(caller, key, digest)) {
            return earlier(caller, key, digest);
        }
        Version written = write.get();
        entities.createNativeQuery(
                        "update idempotent_answer set version_id = :version where caller = :caller and key = :key")
                .setParameter("version", written.id())
                .setParameter("caller", caller)
                .setParameter("key", key)
                .executeUpdate();
        return written;
    }

    /** Waits for a concurrent attempt with the same key; false where that or an earlier one succeeded. */
    private boolean claim(String caller, String key, String digest) {
        return entities.createNativeQuery("""
                                insert into idempotent_answer (caller, key, request, created_at)
                                values (:caller, :key, :request, :at) on conflict do nothing
                                """)
                        .setParameter("caller", caller)
                        .setParameter("key", key)
                        .setParameter("request", digest)
                        .setParameter("at", clock.instant())
                        .executeUpdate()
                == 1;
    }

    private Version earlier(String caller, String key, String digest) {
        Object[] answer = (Object[]) entities.createNativeQuery(
                        "select request, version_id from idempotent_answer where caller = :caller and key = :key",
                        Object[].class)
                .setParameter("caller", caller)
                .setParameter("key", key)
                .getSingleResult();
        if (!digest.equals(answer[0])) {
            throw new Refusal(
                    Refusal.Kind.UNPROCESSABLE,
                    "This Idempotency-Key was used before for a request with other content");
        }
        return entities.find(Version.class, ((Number) answer[1]).longValue());
    }
}
