package org.puente.diplomacy.agreement;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.puente.diplomacy.reading.Lens;
import org.puente.diplomacy.reading.Records;
import org.puente.diplomacy.reading.Ref;
import org.puente.diplomacy.record.Kind;

/** Walks the graph of agreements in both directions, in one statement. */
@ApplicationScoped
class Lineages {

    /** {@code contradicts} may run in a circle, so a record already on the path ends it. */
    private static final String STATEMENT = """
            with recursive up (subject, of, role, distance, path) as (
                select l.target_id, v.slug, l.role, 1, array[v.subject_id, l.target_id]
                  from version v join link l on l.version_id = v.id and l.role like 'lineage/%%'
                 where v.kind = 'agreement' and v.slug = :slug and %1$s and l.target_id <> v.subject_id
                union all
                select l.target_id, v.slug, l.role, up.distance + 1, up.path || l.target_id
                  from up join version v on v.subject_id = up.subject and %1$s
                  join link l on l.version_id = v.id and l.role like 'lineage/%%'
                 where l.target_id <> all (up.path) and up.distance < 50),
            down (subject, of, role, distance, path) as (
                select f.subject_id, v.slug, l.role, 1, array[v.subject_id, f.subject_id]
                  from version v join link l on l.target_id = v.subject_id and l.role like 'lineage/%%'
                  join version f on f.id = l.version_id and %2$s
                 where v.kind = 'agreement' and v.slug = :slug and %1$s and f.subject_id <> v.subject_id
                union all
                select f.subject_id, v.slug, l.role, down.distance + 1, down.path || f.subject_id
                  from down join version v on v.subject_id = down.subject and %1$s
                  join link l on l.target_id = v.subject_id and l.role like 'lineage/%%'
                  join version f on f.id = l.version_id and %2$s
                 where f.subject_id <> all (down.path) and down.distance < 50),
            all_kin as (
                select 0 as side, 0 as distance, null as of, null as role, s.id as subject
                  from subject s where s.kind = 'agreement' and s.slug = :slug
                union select 1, min(distance), of, role, subject from up group by of, role, subject
                union select 2, min(distance), of, role, subject from down group by of, role, subject)
            select k.side, v.kind, v.slug, v.heading, k.role, k.of, k.distance,
                   nullif(v.first_day, date '9999-12-31') as first_day, v.last_day, v.heading_es
              from all_kin k join version v on v.subject_id = k.subject and %1$s
             order by k.side, k.distance, v.first_day, v.slug, k.role
            """;

    private final Session session;
    private final Records records;

    Lineages(Session session, Records records) {
        this.session = session;
        this.records = records;
    }

    Lineage of(String slug, Lens lens) {
        NativeQuery<Object[]> query =
                session.createNativeQuery(STATEMENT.formatted(lens.sees("v"), lens.sees("f")), Object[].class);
        query.addScalar("side", Integer.class)
                .addScalar("kind", String.class)
                .addScalar("slug", String.class)
                .addScalar("heading", String.class)
                .addScalar("role", String.class)
                .addScalar("of", String.class)
                .addScalar("distance", Integer.class)
                .addScalar("first_day", LocalDate.class)
                .addScalar("last_day", LocalDate.class)
                .addScalar("heading_es", String.class)
                .setParameter("slug", slug);
        List<Object[]> rows = lens.bind(query).getResultList();
        Object[] self = side(rows, 0).findFirst().orElseThrow(() -> records.missing(Kind.AGREEMENT, slug, lens));
        return new Lineage(
                new Ref(slug, (String) self[3], null),
                side(rows, 1).map(row -> kin(row, false)).toList(),
                side(rows, 2).map(row -> kin(row, true)).toList());
    }

    private static Stream<Object[]> side(List<Object[]> rows, int side) {
        return rows.stream().filter(row -> row[0].equals(side));
    }

    private static Lineage.Kin kin(Object[] row, boolean descends) {
        Kind kind = Kind.of((String) row[1]).orElseThrow();
        String slug = (String) row[2];
        LineageLink.Relation relation = LineageLink.Relation.ofRole((String) row[4]);
        return new Lineage.Kin(
                kind,
                slug,
                (String) row[3],
                (String) row[9],
                kind == Kind.AGREEMENT ? "../" + slug : "../../" + kind.collection() + "/" + slug,
                descends ? relation.inverse() : relation.code(),
                (String) row[5],
                (Integer) row[6],
                (LocalDate) row[7],
                (LocalDate) row[8]);
    }
}
