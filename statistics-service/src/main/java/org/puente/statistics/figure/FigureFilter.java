package org.puente.statistics.figure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.puente.statistics.figure.check.Metric;
import org.puente.statistics.figure.check.Verdict;

/** Which figures a list has; null lets all through. */
record FigureFilter(String speaker, LocalDate from, LocalDate to, Metric metric, Verdict verdict) {

    /** The last figure of the page before. */
    record After(LocalDate saidOn, String slug) {}

    /** The current versions that fit, but for the verdict, in order of date and slug. */
    List<FigureVersion> find(After after, int most) {
        Map<String, Object> parameters = new HashMap<>();
        String where = where(parameters);
        if (after != null) {
            where += " and (v.saidOn > :afterDay or v.saidOn = :afterDay and f.slug > :afterSlug)";
            parameters.put("afterDay", after.saidOn());
            parameters.put("afterSlug", after.slug());
        }
        return FigureVersion.<FigureVersion>find(
                        "select v from FigureVersion v join fetch v.figure f where " + where
                                + " order by v.saidOn, f.slug",
                        parameters)
                .page(0, most)
                .list();
    }

    long count() {
        Map<String, Object> parameters = new HashMap<>();
        String where = where(parameters);
        return FigureVersion.count("from FigureVersion v join v.figure f where " + where, parameters);
    }

    private String where(Map<String, Object> parameters) {
        List<String> conditions = new ArrayList<>(List.of("v.number = f.version"));
        add(conditions, parameters, "lower(v.speaker) = lower(:speaker)", "speaker", speaker);
        add(conditions, parameters, "v.saidOn >= :from", "from", from);
        add(conditions, parameters, "v.saidOn <= :to", "to", to);
        add(conditions, parameters, "v.metric = :metric", "metric", metric == null ? null : metric.code());
        return String.join(" and ", conditions);
    }

    private static void add(
            List<String> conditions, Map<String, Object> parameters, String condition, String name, Object value) {
        if (value != null) {
            conditions.add(condition);
            parameters.put(name, value);
        }
    }
}
