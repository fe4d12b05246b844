package org.puente.diplomacy.timeline;

import jakarta.ws.rs.core.MultivaluedMap;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.puente.diplomacy.reading.Parameters;
import org.puente.kit.problem.Refusal;
import org.puente.kit.query.QueryParameters;

/**
 * What a client asks the timeline for.
 *
 * @param anyOf for each filter, the facets of which an entry must have at least one
 */
record TimelineQuery(
        LocalDate from,
        LocalDate to,
        List<String> kinds,
        List<List<String>> anyOf,
        boolean newestFirst,
        int limit,
        String cursor) {

    private static final List<String> KINDS =
            List.of("engagement", "agreement-action", "port-measure", "assessment", "event");
    private static final Map<String, List<String>> FILTERS = filters();
    private static final List<String> OTHERS = List.of("from", "to", "on", "asOf", "kind", "sort", "limit", "cursor");
    private static final int MAX_LIMIT = 500;

    private static Map<String, List<String>> filters() {
        Map<String, List<String>> filters = new LinkedHashMap<>();
        filters.put("party", List.of("party"));
        filters.put("nationality", List.of("nationality"));
        filters.put("country", List.of("party", "nationality"));
        filters.put("official", List.of("official"));
        filters.put("topic", List.of("topic"));
        filters.put("source", List.of("source"));
        return filters;
    }

    static TimelineQuery of(MultivaluedMap<String, String> parameters) {
        Set<String> known = new TreeSet<>(OTHERS);
        known.addAll(FILTERS.keySet());
        QueryParameters.refuseUnknown(parameters.keySet(), known);
        LocalDate from = Parameters.date("from", parameters.getFirst("from"));
        LocalDate to = Parameters.date("to", parameters.getFirst("to"));
        if (from != null && to != null && to.isBefore(from)) {
            throw Refusal.invalid("to", "must not be before from (" + from + ")");
        }
        List<String> sort = Parameters.coded("sort", List.of("date", "-date"), parameters);
        return new TimelineQuery(
                from,
                to,
                Parameters.coded("kind", KINDS, parameters),
                FILTERS.entrySet().stream()
                        .filter(filter -> parameters.containsKey(filter.getKey()))
                        .map(filter -> facets(filter.getValue(), Parameters.values(filter.getKey(), parameters)))
                        .toList(),
                sort.contains("-date"),
                Parameters.limit(parameters.getFirst("limit"), MAX_LIMIT),
                parameters.getFirst("cursor"));
    }

    private static List<String> facets(List<String> kinds, List<String> values) {
        return kinds.stream()
                .flatMap(kind -> values.stream().map(value -> kind + ":" + value))
                .toList();
    }
}
