package org.puente.diplomacy.reading;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.puente.diplomacy.record.Kind;
import org.puente.kit.page.Cursor;
import org.puente.kit.page.Page;
import org.puente.kit.problem.Refusal;

/** Reads records: one statement for the versions, one for everything that they are linked to. */
@ApplicationScoped
public class Records {

    private final Session session;
    private final Links links;

    Records(Session session, Links links) {
        this.session = session;
        this.links = links;
    }

    /** One record, as seen through the lens. */
    public Optional<Seen> find(Kind kind, String slug, Lens lens, Collection<String> expanded) {
        NativeQuery<Object[]> query = session.createNativeQuery(
                "select " + Edition.columns("v") + " from version v where v.kind = :kind and v.slug = :slug and "
                        + lens.sees("v"),
                Object[].class);
        Edition.typed(query).setParameter("kind", kind.code()).setParameter("slug", slug);
        return lens.bind(query)
                .getResultStream()
                .map(row -> Edition.of(row, 0))
                .findFirst()
                .map(edition -> new Seen(
                        edition.number(),
                        links.views(List.of(edition), lens, expanded).get(0)));
    }

    /** A record and the number of its version. */
    public record Seen(int number, Object view) {}

    /** One page of a list. */
    Page<Object> list(ListQuery asked, Lens lens) {
        ListStatement statement = new ListStatement(asked, lens);
        NativeQuery<Object[]> query =
                session.createNativeQuery(statement.sql(), Object[].class).addScalar("total", Long.class);
        List<Object[]> rows = statement.bind(Edition.typed(query)).getResultList();
        List<Edition> editions = new ArrayList<>(rows.stream()
                .map(row -> Edition.of(row, 1))
                .filter(Objects::nonNull)
                .toList());
        String next = null;
        if (editions.size() > asked.limit()) {
            editions.remove(asked.limit());
            Edition last = editions.get(asked.limit() - 1);
            Object key = asked.sort().byDate() ? last.firstDay() : last.sortHeading();
            next = Cursor.of(asked.sort().code(), key, last.slug());
        }
        return new Page<>(links.views(editions, lens, asked.expanded()), (Long) rows.get(0)[0], next);
    }

    /** Refuses a slug that the caller can't see, and says so where it was withdrawn. */
    public Refusal missing(Kind kind, String slug, Lens lens) {
        NativeQuery<Object[]> query = session.createNativeQuery(
                """
                select v.public_to, v.withdrawal_reason from version v
                 where v.kind = :kind and v.slug = :slug and v.withdrawn_by is not null%s
                 order by v.public_to desc limit 1
                """.formatted(lens.asOf() == null ? "" : " and v.public_to <= :asOf"), Object[].class);
        query.addScalar("public_to", Instant.class)
                .addScalar("withdrawal_reason", String.class)
                .setParameter("kind", kind.code())
                .setParameter("slug", slug);
        return lens.bind(query)
                .getResultStream()
                .findFirst()
                .map(row -> new Refusal(
                        Refusal.Kind.UNKNOWN,
                        "The " + kind.code() + " '" + slug + "' was withdrawn on "
                                + LocalDate.ofInstant((Instant) row[0], ZoneOffset.UTC) + ": " + row[1]))
                .orElseGet(() -> unknown(kind, slug, lens));
    }

    /** Refuses a slug that the caller can't see. */
    static Refusal unknown(Kind kind, String slug, Lens lens) {
        return lens.asOf() == null
                ? Refusal.unknown(kind.code(), slug)
                : new Refusal(
                        Refusal.Kind.UNKNOWN,
                        "Puente did not know a " + kind.code() + " '" + slug + "' on " + lens.asOf());
    }
}
