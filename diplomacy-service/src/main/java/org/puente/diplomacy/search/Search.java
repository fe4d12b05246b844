package org.puente.diplomacy.search;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.puente.diplomacy.reading.Lens;
import org.puente.diplomacy.record.Kind;
import org.puente.kit.page.Cursor;
import org.puente.kit.page.Page;

/** Searches what the lens shows, in one statement; highlights are made for the hits of one page only. */
@ApplicationScoped
class Search {

    /** Escapes before it marks, so that an editor's text can't become markup. */
    private static final String MARKED = """
            ts_headline('%1$s',
                replace(replace(replace(coalesce(%2$s, ''), '&', '&amp;'), '<', '&lt;'), '>', '&gt;'), h.query,
                'StartSel=<mark>, StopSel=</mark>, %3$s')""";

    private static final String WHOLE = "HighlightAll=true";
    private static final String FRAGMENTS = "MaxFragments=2, MinWords=8, MaxWords=24, FragmentDelimiter= … ";

    private static final String STATEMENT = """
            with q as (select websearch_to_tsquery('plain_english', :q) as en,
                              websearch_to_tsquery('plain_spanish', :q) as es),
            h as materialized (
                select v.id, v.kind, v.slug, v.heading, v.heading_es, v.body_en, v.body_es, q.en || q.es as query,
                       ts_rank_cd(v.search, q.en || q.es) as rank
                  from version v, q where v.search @@ (q.en || q.es) and %s)
            select (select count(*) from h), h.kind, h.slug, h.heading, h.rank, %s, %s, %s, %s
              from (select * from h order by rank desc, id limit :rows offset :skipped) h
             order by h.rank desc, h.id
            """;

    private final Session session;

    Search(Session session) {
        this.session = session;
    }

    Page<SearchHit> find(String words, List<String> kinds, Lens lens, int limit, int skipped) {
        String condition = lens.sees("v") + (kinds.isEmpty() ? "" : " and v.kind in (:kinds)");
        NativeQuery<Object[]> query = session.createNativeQuery(
                STATEMENT.formatted(
                        condition,
                        MARKED.formatted("plain_english", "h.heading", WHOLE),
                        MARKED.formatted("plain_spanish", "h.heading_es", WHOLE),
                        MARKED.formatted("plain_english", "h.body_en", FRAGMENTS),
                        MARKED.formatted("plain_spanish", "h.body_es", FRAGMENTS)),
                Object[].class);
        query.setParameter("q", words).setParameter("rows", limit + 1).setParameter("skipped", skipped);
        if (!kinds.isEmpty()) {
            query.setParameterList("kinds", kinds);
        }
        List<Object[]> rows = lens.bind(query).getResultList();
        long total = rows.isEmpty() ? 0 : ((Number) rows.get(0)[0]).longValue();
        String next = rows.size() > limit ? Cursor.of("search", skipped + limit) : null;
        return new Page<>(rows.stream().limit(limit).map(Search::hit).toList(), total, next);
    }

    private static SearchHit hit(Object[] row) {
        Kind kind = Kind.of((String) row[1]).orElseThrow();
        String slug = (String) row[2];
        List<SearchHit.Highlight> highlights = new ArrayList<>();
        add(highlights, "title", "en", row[5]);
        add(highlights, "title", "es", row[6]);
        add(highlights, "text", "en", row[7]);
        add(highlights, "text", "es", row[8]);
        return new SearchHit(
                kind,
                slug,
                (String) row[3],
                kind.collection() + "/" + slug,
                ((Number) row[4]).doubleValue(),
                highlights);
    }

    private static void add(List<SearchHit.Highlight> highlights, String field, String language, Object html) {
        String text = (String) html;
        if (text.contains("<mark>")) {
            highlights.add(new SearchHit.Highlight(field, language, text));
        }
    }
}
