package org.puente.diplomacy.reading;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.query.NativeQuery;
import org.puente.diplomacy.record.Kind;
import org.puente.kit.page.Cursor;

/** The one statement that counts a list and selects a page of it. */
final class ListStatement {

    /** The latest rating of a commitment that was visible, up to the day that is looked at. */
    private static final String RATING = """
            coalesce((select a.document ->> 'rating' from link al join version a on a.id = al.version_id
                where al.target_id = v.subject_id and al.role = 'commitment' and a.kind = 'assessment'
                  and a.first_day <= :on and %s
                order by a.first_day desc, a.recorded_from desc limit 1), 'not-assessed') in (:statuses)""";

    /** The status of a record as a whole on the day that is looked at: the last one that began up to it. */
    private static final String STATUS = "v.statuses[width_bucket(cast(:on as date), v.status_days)] in (:statuses)";

    /** The span in which a record as a whole has one of the statuses on the day that is looked at. */
    private static final String SPAN = """
            s.kind = '%s' and s.party = '' and s.status in (:statuses)
            and s.from_day <= :on and (s.until_day is null or s.until_day > :on) and %s""";

    private final ListQuery asked;
    private final Lens lens;
    private final boolean byFacets;
    private final boolean bySpans;
    private final Map<String, Object> values = new HashMap<>();

    ListStatement(ListQuery asked, Lens lens) {
        this.asked = asked;
        this.lens = lens;
        byFacets = !asked.anyOf().isEmpty();
        bySpans = !byFacets && !asked.statuses().isEmpty() && asked.kind() != Kind.COMMITMENT;
    }

    /**
     * Facets select few records, which are found once, counted and sorted. Without them the page is read along an index,
     * and what there is in all is counted apart, inside an index as well.
     */
    String sql() {
        String condition = condition();
        String hits = "with hit as materialized (select v.id, v.first_day, v.sort_heading, v.slug from version v where "
                + condition + ")";
        String order = asked.sort().column + (asked.sort().descending ? " desc" : "") + ", v.slug";
        values.put("rows", asked.limit() + 1);
        return """
                %1$s
                select t.total, %2$s
                  from (%3$s) t
                  left join (select v.id from %4$s%5$s order by %6$s limit :rows) p on true
                  left join version v on v.id = p.id
                 order by %6$s
                """.formatted(
                        byFacets ? hits : "",
                        Edition.columns("v"),
                        count(condition),
                        byFacets ? "hit v where true" : "version v where " + condition,
                        after(),
                        order);
    }

    <R> NativeQuery<R> bind(NativeQuery<R> query) {
        values.forEach((name, value) -> {
            if (value instanceof Collection<?> several) {
                query.setParameterList(name, several);
            } else {
                query.setParameter(name, value);
            }
        });
        return lens.bind(query);
    }

    private String count(String condition) {
        if (byFacets) {
            return "select count(*) as total from hit";
        }
        return bySpans && asked.states().isEmpty()
                ? "select count(*) as total from status_span s where " + span() + days("s")
                : "select count(*) as total from version v where " + condition;
    }

    private String condition() {
        StringBuilder sql = new StringBuilder(lens.sees("v"));
        if (!byFacets) {
            // A facet names its kind; said twice, the planner takes the two for independent and scans all of the kind.
            sql.append(" and v.kind = '").append(asked.kind().code()).append("'");
        }
        for (int i = 0; i < asked.anyOf().size(); i++) {
            values.put("facets" + i, asked.anyOf().get(i).toArray(String[]::new));
            sql.append(" and v.facets && cast(:facets").append(i).append(" as text[])");
        }
        if (!asked.states().isEmpty()) {
            values.put("states", asked.states());
            sql.append(" and ").append(lens.state("v")).append(" in (:states)");
        }
        sql.append(days("v"));
        if (!asked.statuses().isEmpty()) {
            values.put("statuses", asked.statuses());
            values.put("on", lens.on());
            sql.append(" and ").append(status());
        }
        return sql.toString();
    }

    private String status() {
        if (asked.kind() == Kind.COMMITMENT) {
            return RATING.formatted(lens.sees("a"));
        }
        return bySpans ? "exists (select from status_span s where s.version_id = v.id and " + span() + ")" : STATUS;
    }

    private String span() {
        return SPAN.formatted(asked.kind().code(), lens.sees("s"));
    }

    private String days(String alias) {
        String sql = "";
        if (asked.to() != null) {
            values.put("to", asked.to());
            sql += " and %s.first_day <= :to".formatted(alias);
        }
        if (asked.from() != null) {
            values.put("from", asked.from());
            sql += " and %1$s.first_day < '9999-12-31' and (%1$s.last_day is null or %1$s.last_day >= :from)"
                    .formatted(alias);
        }
        return sql;
    }

    private String after() {
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
}
