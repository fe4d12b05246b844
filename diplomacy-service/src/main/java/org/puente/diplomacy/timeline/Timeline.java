package org.puente.diplomacy.timeline;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.puente.diplomacy.reading.Lens;
import org.puente.diplomacy.reading.Ref;
import org.puente.diplomacy.record.Kind;
import org.puente.kit.page.Cursor;
import org.puente.kit.page.Page;

/** Reads the timeline: one statement for the entries, one for the titles of their sources. */
@ApplicationScoped
class Timeline {

    private final Session session;

    Timeline(Session session) {
        this.session = session;
    }

    Page<TimelineItem> page(TimelineQuery asked, Lens lens) {
        Map<String, Object> values = new HashMap<>();
        String condition = condition(asked, lens, values);
        String after = after(asked, values);
        String order = asked.newestFirst()
                ? "t.day desc, t.version_id desc, t.ordinal desc"
                : "t.day, t.version_id, t.ordinal";
        values.put("rows", asked.limit() + 1);
        NativeQuery<Object[]> query = session.createNativeQuery("""
                select c.total, t.kind, t.day, t.day_precision, t.heading, t.facets, t.sources,
                       v.kind, v.slug, t.version_id, t.ordinal, t.lasts, t.until_day, v.heading as own, v.heading_es
                  from (select count(*) as total from timeline_entry t where %1$s) c
                  left join (select t.* from timeline_entry t where %1$s%2$s order by %3$s limit :rows) t on true
                  left join version v on v.id = t.version_id
                 order by %3$s
                """.formatted(condition, after, order), Object[].class);
        values.forEach(query::setParameter);
        return page(asked, lens, lens.bind(query).getResultList());
    }

    private Page<TimelineItem> page(TimelineQuery asked, Lens lens, List<Object[]> rows) {
        long total = ((Number) rows.get(0)[0]).longValue();
        List<Object[]> entries =
                new ArrayList<>(rows.stream().filter(row -> row[1] != null).toList());
        String next = null;
        if (entries.size() > asked.limit()) {
            entries.remove(asked.limit());
            Object[] last = entries.get(asked.limit() - 1);
            next = Cursor.of(asked.newestFirst(), last[2], last[9], last[10]);
        }
        Map<String, Ref> sources = sources(entries, lens);
        return new Page<>(entries.stream().map(row -> item(row, sources)).toList(), total, next);
    }

    private static TimelineItem item(Object[] row, Map<String, Ref> sources) {
        String[] facets = (String[]) row[5];
        Kind kind = Kind.of((String) row[7]).orElseThrow();
        String slug = (String) row[8];
        return new TimelineItem(
                (String) row[1],
                day(row[2]),
                (String) row[3],
                (Boolean) row[11],
                day(row[12]),
                (String) row[4],
                state((String) row[4], (String) row[13]),
                kind.collection() + "/" + slug,
                new TimelineItem.RecordName(kind, slug, (String) row[13], (String) row[14]),
                those("party", facets),
                those("nationality", facets),
                those("topic", facets),
                Arrays.stream((String[]) row[6])
                        .map(sources::get)
                        .filter(Objects::nonNull)
                        .toList());
    }

    /** What a heading adds to that of its record, but for the party, which stands among the parties; null for nothing. */
    private static String state(String heading, String own) {
        String before = own + ": ";
        return heading.startsWith(before)
                ? heading.substring(before.length())
                        .replaceFirst(" by \\S+$", "")
                        .toLowerCase(Locale.ROOT)
                        .replace(' ', '-')
                : null;
    }

    private static LocalDate day(Object value) {
        return value instanceof java.sql.Date date ? date.toLocalDate() : (LocalDate) value;
    }

    private static List<String> those(String kind, String[] facets) {
        return Arrays.stream(facets)
                .filter(facet -> facet.startsWith(kind + ":"))
                .map(facet -> facet.substring(kind.length() + 1))
                .toList();
    }

    private Map<String, Ref> sources(List<Object[]> entries, Lens lens) {
        Set<String> slugs = new TreeSet<>();
        entries.forEach(row -> slugs.addAll(Arrays.asList((String[]) row[6])));
        if (slugs.isEmpty()) {
            return Map.of();
        }
        NativeQuery<Object[]> query = session.createNativeQuery(
                "select v.slug, v.heading from version v where v.kind = 'source' and v.slug in (:slugs) and "
                        + lens.sees("v"),
                Object[].class);
        query.setParameterList("slugs", slugs);
        Map<String, Ref> sources = new HashMap<>();
        for (Object[] row : lens.bind(query).getResultList()) {
            sources.put((String) row[0], new Ref((String) row[0], (String) row[1], null));
        }
        return sources;
    }

    private static String condition(TimelineQuery asked, Lens lens, Map<String, Object> values) {
        StringBuilder sql = new StringBuilder(lens.sees("t"));
        if (asked.from() != null) {
            values.put("from", asked.from());
            sql.append(" and t.day >= :from");
        }
        if (asked.to() != null) {
            values.put("to", asked.to());
            sql.append(" and t.day <= :to");
        }
        if (!asked.kinds().isEmpty()) {
            values.put("kinds", asked.kinds().toArray(String[]::new));
            sql.append(" and t.kind = any (cast(:kinds as text[]))");
        }
        for (int i = 0; i < asked.anyOf().size(); i++) {
            values.put("facets" + i, asked.anyOf().get(i).toArray(String[]::new));
            sql.append(" and t.facets && cast(:facets").append(i).append(" as text[])");
        }
        return sql.toString();
    }

    private static String after(TimelineQuery asked, Map<String, Object> values) {
        if (asked.cursor() == null) {
            return "";
        }
        List<String> keys = Cursor.keys(asked.cursor(), 4);
        if (!keys.get(0).equals(String.valueOf(asked.newestFirst()))) {
            throw Cursor.unreadable();
        }
        try {
            values.put("day", LocalDate.parse(keys.get(1)));
            values.put("version", Long.parseLong(keys.get(2)));
            values.put("ordinal", Integer.parseInt(keys.get(3)));
        } catch (DateTimeException | NumberFormatException e) {
            throw Cursor.unreadable();
        }
        String than = asked.newestFirst() ? "<" : ">";
        return " and (t.day, t.version_id, t.ordinal) " + than + " (:day, :version, :ordinal)";
    }
}
