package org.puente.diplomacy.reading;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.puente.diplomacy.ledger.Version;
import org.puente.diplomacy.record.Kind;
import org.puente.kit.page.Cursor;
import org.puente.kit.page.Page;
import org.puente.kit.problem.Refusal;

/** Reads records: one statement for the versions, one for everything that they are linked to. */
@ApplicationScoped
public class Records {

    /** The latest rating of a commitment that was visible, up to the day that is looked at. */
    private static final String RATING = """
            coalesce((select a.document ->> 'rating' from link al join version a on a.id = al.version_id
                where al.target_id = v.subject_id and al.role = 'commitment' and a.kind = 'assessment'
                  and a.first_day <= :on and %s
                order by a.first_day desc, a.recorded_from desc limit 1), 'not-assessed') in (:statuses)
            """;

    /** The span in which a record as a whole has one of the statuses on the day that is looked at. */
    private static final String STATUS_SPAN = """
            s.kind = '%1$s' and s.party = '' and s.status in (:statuses)
            and s.from_day <= :on and (s.until_day is null or s.until_day > :on) and %2$s""";

    private static final String STATUS =
            "exists (select from status_span s where s.version_id = v.id and " + STATUS_SPAN + ")";

    private final Session session;
    private final Links links;

    Records(Session session, Links links) {
        this.session = session;
        this.links = links;
    }

    /** One record, as seen through the lens. */
    public Optional<Seen> find(Kind kind, String slug, Lens lens, Collection<String> expanded) {
        List<Version> found = versions(kind, slug, lens);
        return found.stream()
                .findFirst()
                .map(version -> new Seen(
                        version.number(), links.views(found, lens, expanded).get(0)));
    }

    /** A record and the number of its version. */
    public record Seen(int number, Object view) {}

    private List<Version> versions(Kind kind, String slug, Lens lens) {
        NativeQuery<Version> query = session.createNativeQuery(
                "select v.* from version v where v.kind = :kind and v.slug = :slug and " + lens.sees("v"),
                Version.class);
        query.setParameter("kind", kind.code()).setParameter("slug", slug);
        return lens.bind(query).setReadOnly(true).getResultList();
    }

    /** One page of a list. */
    Page<Object> list(ListQuery asked, Lens lens) {
        Map<String, Object> values = new HashMap<>();
        NativeQuery<Object[]> query = session.createNativeQuery(statement(asked, lens, values), Object[].class)
                .addScalar("total", Long.class)
                .addEntity("v", Version.class);
        values.put("rows", asked.limit() + 1);
        values.forEach((name, value) -> {
            if (value instanceof Collection<?> several) {
                query.setParameterList(name, several);
            } else {
                query.setParameter(name, value);
            }
        });
        return page(asked, lens, lens.bind(query).setReadOnly(true).getResultList());
    }

    /**
     * Facets select few records, which are found once, counted and sorted. Without them the page is read along an index,
     * and what there is in all is counted apart, for a status alone in the index of statuses.
     */
    private static String statement(ListQuery asked, Lens lens, Map<String, Object> values) {
        String condition = condition(asked, lens, values);
        boolean few = !asked.anyOf().isEmpty();
        String sort = asked.sort().column + (asked.sort().descending ? " desc" : "") + ", v.slug";
        String hits = "with hit as materialized (select v.id, v.first_day, v.sort_heading, v.slug from version v where "
                + condition + ")";
        return """
                %1$s
                select t.total, {v.*}
                  from (%2$s) t
                  left join (select v.id from %3$s order by %4$s limit :rows) p on true
                  left join version v on v.id = p.id
                 order by %4$s
                """.formatted(
                        few ? hits : "",
                        few ? "select count(*) as total from hit" : count(asked, lens, condition),
                        (few ? "hit v where true" : "version v where " + condition) + after(asked, values),
                        sort);
    }

    private static String count(ListQuery asked, Lens lens, String condition) {
        boolean byStatusAlone = !asked.statuses().isEmpty()
                && asked.kind() != Kind.COMMITMENT
                && asked.states().isEmpty()
                && asked.from() == null
                && asked.to() == null;
        return byStatusAlone
                ? "select count(*) as total from status_span s where "
                        + STATUS_SPAN.formatted(asked.kind().code(), lens.sees("s"))
                : "select count(*) as total from version v where " + condition;
    }

    private Page<Object> page(ListQuery asked, Lens lens, List<Object[]> rows) {
        List<Version> versions = new ArrayList<>();
        long total = 0;
        for (Object[] columns : rows) {
            total = (Long) columns[0];
            if (columns[1] != null) {
                versions.add((Version) columns[1]);
            }
        }
        String next = null;
        if (versions.size() > asked.limit()) {
            versions.remove(asked.limit());
            Version last = versions.get(asked.limit() - 1);
            Object key = asked.sort().byDate() ? last.firstDay() : last.sortHeading();
            next = Cursor.of(asked.sort().code(), key, last.slug());
        }
        return new Page<>(links.views(versions, lens, asked.expanded()), total, next);
    }

    private static String condition(ListQuery asked, Lens lens, Map<String, Object> values) {
        StringBuilder sql = new StringBuilder("v.kind = '" + asked.kind().code() + "' and " + lens.sees("v"));
        for (int i = 0; i < asked.anyOf().size(); i++) {
            values.put("facets" + i, asked.anyOf().get(i).toArray(String[]::new));
            sql.append(" and v.facets && cast(:facets").append(i).append(" as text[])");
        }
        if (!asked.states().isEmpty()) {
            values.put("states", asked.states());
            sql.append(" and ").append(lens.state("v")).append(" in (:states)");
        }
        if (asked.to() != null) {
            values.put("to", asked.to());
            sql.append(" and v.first_day <= :to");
        }
        if (asked.from() != null) {
            values.put("from", asked.from());
            sql.append(" and v.first_day < '9999-12-31' and (v.last_day is null or v.last_day >= :from)");
        }
        if (!asked.statuses().isEmpty()) {
            values.put("statuses", asked.statuses());
            values.put("on", lens.on());
            boolean rated = asked.kind() == Kind.COMMITMENT;
            sql.append(" and ")
                    .append(
                            rated
                                    ? RATING.formatted(lens.sees("a"))
                                    : STATUS.formatted(asked.kind().code(), lens.sees("s")));
        }
        return sql.toString();
    }

    private static String after(ListQuery asked, Map<String, Object> values) {
        if (asked.cursor() == null) {
            return "";
        }
        List<String> keys = Cursor.keys(asked.cursor(), 3);
        if (!keys.get(0).equals(asked.sort().code())) {
            throw Cursor.unreadable();
        }
        values.put("key", asked.sort().byDate() ? day(keys.get(1)) : keys.get(1));
        values.put("slug", keys.get(2));
        String column = asked.sort().column;
        return asked.sort().descending
                ? " and %1$s <= :key and (%1$s < :key or v.slug > :slug)".formatted(column)
                : " and %1$s >= :key and (%1$s > :key or v.slug > :slug)".formatted(column);
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw Cursor.unreadable();
        }
    }

    /** Refuses a slug that the caller can't see. */
    public static Refusal unknown(Kind kind, String slug, Lens lens) {
        return lens.asOf() == null
                ? Refusal.unknown(kind.code(), slug)
                : new Refusal(
                        Refusal.Kind.UNKNOWN,
                        "Puente did not know a " + kind.code() + " '" + slug + "' on " + lens.asOf());
    }
}
