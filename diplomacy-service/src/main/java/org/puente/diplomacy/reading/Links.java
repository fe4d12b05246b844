package org.puente.diplomacy.reading;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.puente.diplomacy.ledger.Version;
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

    private final Session session;
    private final RecordTypes types;

    Links(Session session, RecordTypes types) {
        this.session = session;
        this.types = types;
    }

    /** Shows every version with its links; linked records stand whole where their name is among the expanded ones. */
    public List<Object> views(List<Version> versions, Lens lens, Collection<String> expanded) {
        if (versions.isEmpty()) {
            return List.of();
        }
        Map<Long, Map<String, List<Linked.Target>>> found = find(versions, lens, expanded);
        return versions.stream().map(version -> view(version, lens, found)).toList();
    }

    private Object view(Version version, Lens lens, Map<Long, Map<String, List<Linked.Target>>> found) {
        return types.view(version, new Linked(of(version, found), target -> inner(target, lens, found)), lens);
    }

    /** A linked record shows its own links by name only, else two records that link to each other had no end. */
    private Object inner(Version version, Lens lens, Map<Long, Map<String, List<Linked.Target>>> found) {
        return types.view(version, new Linked(of(version, found), target -> null), lens);
    }

    private static Map<String, List<Linked.Target>> of(
            Version version, Map<Long, Map<String, List<Linked.Target>>> found) {
        return found.getOrDefault(version.id(), Map.of());
    }

    private Map<Long, Map<String, List<Linked.Target>>> find(
            List<Version> versions, Lens lens, Collection<String> expanded) {
        Set<String> whole =
                Stream.concat(expanded.stream(), ALWAYS_WHOLE.stream()).collect(Collectors.toSet());
        NativeQuery<Object[]> query = session.createNativeQuery(statement(lens, !expanded.isEmpty()), Object[].class)
                .addScalar("base", Long.class)
                .addScalar("name", String.class)
                .addScalar("target_slug", String.class)
                .addScalar("target_heading", String.class)
                .addEntity("x", Version.class)
                .setParameter("ids", versions.stream().map(Version::id).toArray(Long[]::new))
                .setParameterList("always", ALWAYS_WHOLE);
        if (!expanded.isEmpty()) {
            query.setParameterList("whole", whole);
        }
        Map<Long, Map<String, List<Linked.Target>>> found = new HashMap<>();
        for (Object[] columns : lens.bind(query).setReadOnly(true).getResultList()) {
            found.computeIfAbsent((Long) columns[0], base -> new HashMap<>())
                    .computeIfAbsent((String) columns[1], name -> new ArrayList<>())
                    .add(new Linked.Target((String) columns[2], (String) columns[3], (Version) columns[4]));
        }
        return found;
    }

    private static String statement(Lens lens, boolean expands) {
        String second = expands ? """
                , second_base (id) as (
                    select distinct target from first where name in (:whole) and target <> all (cast(:ids as bigint[]))),
                second as (%s)""".formatted(linksOf("second_base", lens)) : "";
        return """
                with first_base (id) as (select unnest(cast(:ids as bigint[]))),
                first as (%s)%s
                select l.base, l.name, l.target_slug, l.target_heading, {x.*}
                  from (select first.*, 1 as level from first %s) l
                  left join version x on x.id = l.target and (l.name in (:always) %s)
                 order by l.ordinal, l.first_day, l.target_slug collate "C"
                """.formatted(
                        linksOf("first_base", lens),
                        second,
                        expands ? "union all select second.*, 2 from second" : "",
                        expands ? "or (l.level = 1 and l.name in (:whole))" : "");
    }

    private static String linksOf(String base, Lens lens) {
        return """
                select l.version_id as base, l.role as name, l.ordinal, t.first_day, t.id as target,
                       t.slug as target_slug, t.heading as target_heading
                  from %1$s b join link l on l.version_id = b.id
                  join version t on t.subject_id = l.target_id and %2$s
                union all
                select b.id, back.name, 0, f.first_day, f.id, f.slug, f.heading
                  from %1$s b join version bv on bv.id = b.id
                  join (values %4$s) as back (kind, name, from_kind, role) on back.kind = bv.kind
                  join link l on l.target_id = bv.subject_id and l.role = back.role
                  join version f on f.id = l.version_id and f.kind = back.from_kind and %3$s""".formatted(base, lens.sees("t"), lens.sees("f"), BACK_LINKS);
    }
}
