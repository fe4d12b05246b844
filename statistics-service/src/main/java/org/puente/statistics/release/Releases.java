package org.puente.statistics.release;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.puente.kit.page.Cursor;
import org.puente.kit.page.Page;
import org.puente.kit.problem.Refusal;

/** Releases as clients see them. */
@ApplicationScoped
public class Releases {

    private final ReleaseRepository repository;
    private final DataSource dataSource;
    private final Catalog catalog;

    Releases(ReleaseRepository repository, DataSource dataSource, Catalog catalog) {
        this.dataSource = dataSource;
        this.repository = repository;
        this.catalog = catalog;
    }

    /** @throws Refusal where there is no such release */
    @Transactional
    public ReleaseAnswer answer(String id) {
        return repository.byId(id).map(ReleaseAnswer::of).orElseThrow(() -> Refusal.unknown("release", id));
    }

    /**
     * The newest publication first, withdrawn releases included.
     *
     * @param kind   null for all
     * @param cursor of the page before, null for the first page
     */
    @Transactional
    Page<ReleaseAnswer> page(ReleaseKind kind, int limit, String cursor) {
        List<Release> matching = catalog.snapshot().releases().stream()
                .filter(release -> kind == null || release.kind() == kind)
                .toList();
        int from = cursor == null ? 0 : after(matching, Cursor.keys(cursor, 1).get(0));
        List<Release> shown = matching.subList(from, Math.min(matching.size(), from + limit));
        Map<String, ReleaseAnswer> answers = repository
                .byIds(shown.stream().map(Release::id).toList())
                .stream()
                .map(ReleaseAnswer::of)
                .collect(Collectors.toMap(ReleaseAnswer::id, Function.identity()));
        boolean more = from + shown.size() < matching.size();
        return new Page<>(
                shown.stream().map(release -> answers.get(release.id())).toList(),
                matching.size(),
                more ? Cursor.of(shown.get(shown.size() - 1).id()) : null);
    }

    /**
     * Takes a release out of every view.
     *
     * @throws Refusal where there is no such release, or it is withdrawn already
     */
    ReleaseAnswer withdraw(String id, String reason) {
        ReleaseAnswer answer = QuarkusTransaction.requiringNew().call(() -> {
            StoredRelease stored = repository.byId(id).orElseThrow(() -> Refusal.unknown("release", id));
            // Read again under the lock: of two at once, the second is told of the first.
            repository.getEntityManager().refresh(stored, LockModeType.PESSIMISTIC_WRITE);
            stored.withdraw(reason, Instant.now().truncatedTo(ChronoUnit.MICROS));
            try (Connection connection = dataSource.getConnection()) {
                Catalog.announce(connection, id);
            }
            return ReleaseAnswer.of(stored);
        });
        catalog.refresh();
        return answer;
    }

    private static int after(List<Release> releases, String id) {
        for (int at = 0; at < releases.size(); at++) {
            if (releases.get(at).id().equals(id)) {
                return at + 1;
            }
        }
        throw Cursor.unreadable();
    }
}
