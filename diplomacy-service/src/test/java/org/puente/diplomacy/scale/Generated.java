package org.puente.diplomacy.scale;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;

/**
 * Public records made by the database itself, valid in every table: agreements between two of twenty parties, each with a
 * commitment, links, statuses and a timeline. The same number gives the same records.
 */
final class Generated {

    private static final String COUNTRIES =
            "array['USA','MEX','GTM','CUB','VEN','NIC','HTI','CAN','BRA','ARG','CHL','COL','PER','ECU','BOL','URY','PRY','PAN','CRI','HND']";

    private static final List<String> STATEMENTS =
            List.of("""
            insert into subject (id, kind, slug, created_at)
            select nextval('subject_seq'), 'party', c, now() from unnest(%1$s) c on conflict do nothing
            """, """
            insert into version (id, subject_id, kind, slug, number, state, author, recorded_from, publisher, public_from,
                heading, body_en, body_es, sort_heading, first_day, facets, document)
            select nextval('version_seq'), s.id, 'party', s.slug, 1, 'published', 'generator', now(), 'generator', now(),
                   s.slug, '', '', lower(s.slug), '9999-12-31', array['party/kind:state'],
                   jsonb_build_object('code', s.slug, 'name', s.slug, 'kind', 'state', 'sources', array['public-record'])
              from subject s where s.kind = 'party' and not exists (select from version v where v.subject_id = s.id)
            """, """
            create temporary table made as
            select i, nextval('subject_seq') as agreement, nextval('version_seq') as agreement_version,
                   nextval('subject_seq') as commitment, nextval('version_seq') as commitment_version,
                   (%1$s)[1 + i %% 20] as one, (%1$s)[1 + (i + 1 + (i / 20) %% 19) %% 20] as other,
                   (array['returns','enforcement','sanctions','firearms','infrastructure','smuggling','resources',
                          'root-causes','public-health','legal-pathways'])[1 + (i / 7) %% 10] as topic,
                   date '1990-01-01' + (i * 37) %% 12000 as day,
                   case when i %% 3 = 0 then date '1990-01-01' + (i * 37) %% 12000 + 900 end as ended
              from generate_series(1, :agreements) i
            """, """
            insert into subject (id, kind, slug, created_at)
            select agreement, 'agreement', 'generated-' || i, now() from made
            union all select commitment, 'commitment', 'generated-' || i, now() from made
            """, """
            insert into version (id, subject_id, kind, slug, number, state, author, recorded_from, publisher, public_from,
                heading, body_en, body_es, sort_heading, first_day, last_day, facets, statuses, status_days, document)
            select agreement_version, agreement, 'agreement', 'generated-' || i, 1, 'published', 'generator', now(),
                   'generator', now(), 'Generated agreement ' || i, 'About ' || topic, '', 'generated agreement ' || i,
                   day, ended,
                   array['agreement/parties:' || one, 'agreement/parties:' || other, 'agreement/topics:' || topic,
                         'agreement/sources:public-record', 'agreement/kind:treaty', 'agreement/bindingness:binding'],
                   array['not-yet', 'announced', 'in-force'] || case when ended is not null then array['ended'] end,
                   array[date '0001-01-01', day, day + 30] || case when ended is not null then array[ended] end,
                   jsonb_build_object('slug', 'generated-' || i, 'title', 'Generated agreement ' || i,
                       'summary', 'About ' || topic, 'kind', 'treaty', 'bindingness', 'binding',
                       'parties', array[one, other], 'topics', array[topic], 'sources', array['public-record'],
                       'actions', jsonb_build_array(
                           jsonb_build_object('kind', 'announced', 'date', day),
                           jsonb_build_object('kind', 'entered-into-force', 'date', day + 30))
                           || case when ended is null then '[]'::jsonb
                              else jsonb_build_array(jsonb_build_object('kind', 'ended', 'date', ended)) end)
              from made
            """, """
            insert into version (id, subject_id, kind, slug, number, state, author, recorded_from, publisher, public_from,
                heading, body_en, body_es, sort_heading, first_day, last_day, facets, document)
            select commitment_version, commitment, 'commitment', 'generated-' || i, 1, 'published', 'generator', now(),
                   'generator', now(), 'Generated commitment ' || i, '', '', 'generated commitment ' || i,
                   day + 300, day + 300,
                   array['commitment/owners:' || one, 'commitment/topics:' || topic,
                         'commitment/agreement:generated-' || i, 'commitment/sources:public-record'],
                   jsonb_build_object('slug', 'generated-' || i, 'title', 'Generated commitment ' || i,
                       'agreement', 'generated-' || i, 'owners', array[one], 'topics', array[topic],
                       'due', day + 300, 'sources', array['public-record'])
              from made
            """, """
            insert into link (version_id, role, ordinal, target_id)
            select agreement_version, 'parties', 1, s.id from made join subject s on s.kind = 'party' and s.slug = one
            union all
            select agreement_version, 'parties', 2, s.id from made join subject s on s.kind = 'party' and s.slug = other
            union all
            select agreement_version, 'topics', 1, s.id from made join subject s on s.kind = 'topic' and s.slug = topic
            union all
            select agreement_version, 'sources', 1, s.id from made, subject s
             where s.kind = 'source' and s.slug = 'public-record'
            union all select commitment_version, 'agreement', 1, agreement from made
            union all
            select commitment_version, 'owners', 1, s.id from made join subject s on s.kind = 'party' and s.slug = one
            union all
            select commitment_version, 'topics', 1, s.id from made join subject s on s.kind = 'topic' and s.slug = topic
            union all
            select commitment_version, 'sources', 1, s.id from made, subject s
             where s.kind = 'source' and s.slug = 'public-record'
            """, """
            insert into status_span (version_id, party, status, from_day, until_day)
            select agreement_version, p, 'not-yet', date '0001-01-01', day from made, unnest(array['', one, other]) p
            union all
            select agreement_version, p, 'announced', day, day + 30 from made, unnest(array['', one, other]) p
            union all
            select agreement_version, p, 'in-force', day + 30, ended from made, unnest(array['', one, other]) p
            union all
            select agreement_version, p, 'ended', ended, null from made, unnest(array['', one, other]) p
             where ended is not null
            """, """
            insert into timeline_entry (version_id, ordinal, kind, day, day_precision, heading, facets, sources)
            select agreement_version, n, 'agreement-action', at, 'day', 'Generated agreement ' || i || ': ' || what,
                   array['party:' || one, 'party:' || other, 'source:public-record', 'topic:' || topic],
                   array['public-record']
              from made, lateral (values (0, day, 'announced'), (1, day + 30, 'in force'), (2, ended, 'ended'))
                   as action (n, at, what)
             where at is not null
            """, "drop table made", "vacuum analyze");

    private Generated() {}

    /** Makes so many agreements, about nineteen related rows each, and answers how many related rows there are. */
    static long into(DataSource source, int agreements) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : STATEMENTS) {
                statement.execute(
                        sql.contains("%1$s")
                                ? sql.formatted(COUNTRIES).replace(":agreements", String.valueOf(agreements))
                                : sql.replace(":agreements", String.valueOf(agreements)));
            }
            var counted = statement.executeQuery("""
                    select (select count(*) from link) + (select count(*) from status_span)
                         + (select count(*) from timeline_entry)
                         + (select count(*) from version where kind = 'commitment')
                    """);
            counted.next();
            return counted.getLong(1);
        }
    }
}
