package org.puente.diplomacy.reading;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.puente.diplomacy.record.Kind;

/** Finds what versions are linked to, in both directions, in one statement for a whole page. */
@ApplicationScoped
public class Links {

    /** A commitment can't be told without its assessments. */
    private static final Set<String> ALWAYS_WHOLE = Set.of("assessments");

    private static final String BACK_LINKS = Stream.of(Kind.values())
            .flatMap(kind -> kind.shape().backLinks().entrySet().stream().map(back -> "('%s', '%s', '%s', '%s')"
                    .formatted(
                            kind.code(),
                            back.getKey(),
                            back.getValue().kind(),
                            back.getValue().role())))
            .collect(Collectors.joining(", "));

    private static final String BACK_ROLES = Stream.of(Kind.values())
            .filter(kind -> !kind.shape().backLinks().isEmpty())
            .map(kind -> "('%s', array[%s])"
                    .formatted(
                            kind.code(),
                            kind.shape().backLinks().values().stream()
                                    .map(back -> "'" + back.role() + "'")
                                    .distinct()
                                    .collect(Collectors.joining(", "))))
            .collect(Collectors.joining(", "));

    private final Session session;
    private final RecordTypes types;

    Links(Session session, RecordTypes types) {
        this.session = session;
        this.types = types;
    }

    /** Shows every edition with its links; linked records stand whole where their name is among the expanded ones. */
    public List<Object> views(List<Edition> editions, Lens lens, Collection<String> expanded) {
        if (editions.isEmpty()) {
            return List.of();
        }
        Map<Long, Map<String, List<Linked.Target>>> found = find(editions, lens, expanded);
        return editions.stream().map(edition -> view(edition, lens, found)).toList();
    }

    private Object view(Edition edition, Lens lens, Map<Long, Map<String, List<Linked.Target>>> found) {
        return types.view(edition, new Linked(of(edition, found), target -> inner(target, lens, found)), lens);
    }

    /** A linked record shows its own links by name only, else two records that link to each other had no end. */
    private Object inner(Edition edition, Lens lens, Map<Long, Map<String, List<Linked.Target>>> found) {
        return types.view(edition, new Linked(of(edition, found), target -> null), lens);
    }

    private static Map<String, List<Linked.Target>> of(
            Edition edition, Map<Long, Map<String, List<Linked.Target>>> found) {
        return found.getOrDefault(edition.id(), Map.of());
    }

    private Map<Long, Map<String, List<Linked.Target>>> find(
            List<Edition> editions, Lens lens, Collection<String> expanded) {
        boolean expands = !expanded.isEmpty();
        boolean showsWhole = expands
                || editions.stream()
                        .anyMatch(edition -> !Collections.disjoint(
                                edition.kind().shape().backLinks().keySet(), ALWAYS_WHOLE));
        NativeQuery<Object[]> query = session.createNativeQuery(statement(lens, expands, showsWhole), Object[].class)
                .addScalar("base", Long.class)
                .addScalar("name", String.class)
                .addScalar("target_slug", String.class)
                .addScalar("target_heading", String.class)
                .setParameter("ids", editions.stream().map(Edition::id).toArray(Long[]::new))
                .setParameter(
                        "subjects", editions.stream().map(Edition::subjectId).toArray(Long[]::new))
                .setParameter(
                        "kinds",
                        editions.stream().map(edition -> edition.kind().code()).toArray(String[]::new));
        if (showsWhole) {
            Edition.typed(query).setParameterList("always", ALWAYS_WHOLE);
        }
        if (expands) {
            query.setParameterList(
                    "whole",
                    Stream.concat(expanded.stream(), ALWAYS_WHOLE.stream()).toList());
        }
        Map<Long, Map<String, List<Linked.Target>>> found = new HashMap<>();
        for (Object[] row : lens.bind(query).getResultList()) {
            Edition whole = showsWhole ? Edition.of(row, 4) : null;
            found.computeIfAbsent((Long) row[0], base -> new HashMap<>())
                    .computeIfAbsent((String) row[1], name -> new ArrayList<>())
                    .add(new Linked.Target((String) row[2], (String) row[3], whole));
        }
        return found;
    }

    private static String statement(Lens lens, boolean expands, boolean showsWhole) {
        String second = expands ? """
                , second_base (id, subject, kind) as (
                    select distinct target, subject, kind from first
                     where name in (:whole) and target <> all (cast(:ids as bigint[]))),
                second as (%s)""".formatted(linksOf("second_base", lens)) : "";
        String whole = """
                  left join version x on x.id = case when l.name in (:always)%s then l.target end""".formatted(expands ? " or (l.level = 1 and l.name in (:whole))" : "");
        return """
                with first_base (id, subject, kind) as (
                    select * from unnest(cast(:ids as bigint[]), cast(:subjects as bigint[]), cast(:kinds as text[]))),
                first as (%s)%s
                select l.base, l.name, l.target_slug, l.target_heading%s
                  from (select first.*, 1 as level from first %s) l
                %s
                 order by l.ordinal, l.first_day, l.target_slug collate "C"
                """.formatted(
                        linksOf("first_base", lens),
                        second,
                        showsWhole ? ", " + Edition.columns("x") : "",
                        expands ? "union all select second.*, 2 from second" : "",
                        showsWhole ? whole : "");
    }

    /** Links back are looked up by target and role: a party or a source is the target of more others than anyone reads. */
    private static String linksOf(String base, Lens lens) {
        return """
                select l.version_id as base, l.role as name, l.ordinal, t.first_day, t.id as target,
                       t.subject_id as subject, t.kind, t.slug as target_slug, t.heading as target_heading
                  from %1$s b join link l on l.version_id = b.id
                  join version t on t.subject_id = l.target_id and %2$s
                union all
                select b.id, back.name, 0, f.first_day, f.id, f.subject_id, f.kind, f.slug, f.heading
                  from %1$s b
                  join (values %5$s) as known (kind, roles) on known.kind = b.kind
                 cross join lateral (
                    select l.version_id, l.role from link l
                     where l.target_id = b.subject and l.role = any (known.roles) offset 0) l
                  join version f on f.id = l.version_id and %3$s
                  join (values %4$s) as back (kind, name, from_kind, role)
                    on back.kind = b.kind and back.role = l.role and back.from_kind = f.kind""".formatted(base, lens.sees("t"), lens.sees("f"), BACK_LINKS, BACK_ROLES);
    }
}
