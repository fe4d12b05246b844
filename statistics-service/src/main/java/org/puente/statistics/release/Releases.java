package org.puente.statistics.release;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.puente.kit.page.Cursor;
import org.puente.kit.page.Page;
import org.puente.kit.problem.Refusal;

/** Releases as clients see them. */
@ApplicationScoped
public class Releases {

    private final ReleaseRepository repository;
    private final Catalog catalog;

    Releases(ReleaseRepository repository, Catalog catalog) {
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
        List<Release> matching = catalog.refresh().releases().stream()
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

    private static int after(List<Release> releases, String id) {
        for (int at = 0; at < releases.size(); at++) {
            if (releases.get(at).id().equals(id)) {
                return at + 1;
            }
        }
        throw Cursor.unreadable();
    }
}
