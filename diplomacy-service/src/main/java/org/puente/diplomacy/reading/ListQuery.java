package org.puente.diplomacy.reading;

import jakarta.ws.rs.core.MultivaluedMap;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.puente.diplomacy.ledger.Derived;
import org.puente.diplomacy.ledger.State;
import org.puente.diplomacy.record.Kind;
import org.puente.kit.problem.Refusal;
import org.puente.kit.query.QueryParameters;

/**
 * What a client asks a list for.
 *
 * @param anyOf for each filter, the facets of which a record must have at least one
 */
record ListQuery(
        Kind kind,
        List<List<String>> anyOf,
        List<String> statuses,
        List<String> states,
        LocalDate from,
        LocalDate to,
        Sort sort,
        int limit,
        String cursor,
        Set<String> expanded) {

    static final int MAX_LIMIT = 200;
    private static final List<String> ALWAYS_KNOWN =
            List.of("on", "asOf", "state", "from", "to", "sort", "limit", "cursor", "expand");
    private static final List<String> STATES =
            Stream.of(State.values()).map(State::code).toList();

    /** Orders of a list; the slug decides between equals. */
    enum Sort {
        DATE("date", "v.first_day", false),
        DATE_DOWN("-date", "v.first_day", true),
        TITLE("title", "v.sort_heading", false),
        TITLE_DOWN("-title", "v.sort_heading", true);

        private final String code;
        final String column;
        final boolean descending;

        Sort(String code, String column, boolean descending) {
            this.code = code;
            this.column = column;
            this.descending = descending;
        }

        String code() {
            return code;
        }

        boolean byDate() {
            return this == DATE || this == DATE_DOWN;
        }

        private static Sort of(String code) {
            return Stream.of(values())
                    .filter(sort -> sort.code.equals(code))
                    .findFirst()
                    .orElseThrow(() -> Refusal.invalid("sort", "must be one of date, -date, title, -title"));
        }
    }

    static ListQuery of(Kind kind, MultivaluedMap<String, String> parameters) {
        Map<String, List<String>> filters = filtersOf(kind);
        Set<String> known = new TreeSet<>(ALWAYS_KNOWN);
        known.addAll(filters.keySet());
        if (!kind.shape().statuses().isEmpty()) {
            known.add("status");
        }
        QueryParameters.refuseUnknown(parameters.keySet(), known);
        LocalDate from = Parameters.date("from", parameters.getFirst("from"));
        LocalDate to = Parameters.date("to", parameters.getFirst("to"));
        if (from != null && to != null && to.isBefore(from)) {
            throw Refusal.invalid("to", "must not be before from (" + from + ")");
        }
        List<List<String>> anyOf = filters.entrySet().stream()
                .filter(filter -> parameters.containsKey(filter.getKey()))
                .map(filter -> facets(kind, filter.getValue(), Parameters.values(filter.getKey(), parameters)))
                .toList();
        return new ListQuery(
                kind,
                anyOf,
                Parameters.coded("status", kind.shape().statuses(), parameters),
                Parameters.coded("state", STATES, parameters),
                from,
                to,
                parameters.containsKey("sort") ? Sort.of(parameters.getFirst("sort")) : Sort.DATE,
                Parameters.limit(parameters.getFirst("limit"), MAX_LIMIT),
                parameters.getFirst("cursor"),
                expanded(kind, parameters));
    }

    ListQuery withLimit(int other) {
        return new ListQuery(kind, anyOf, statuses, states, from, to, sort, other, cursor, expanded);
    }

    /** The filters of a kind, those that many kinds share among them. */
    static Map<String, List<String>> filtersOf(Kind kind) {
        Map<String, List<String>> filters = new LinkedHashMap<>(kind.shape().filters());
        if (kind.shape().links().contains("sources")) {
            filters.put("source", List.of("sources"));
        }
        return filters;
    }

    /** What {@code expand} can name for records of a kind. */
    static Set<String> expandable(Kind kind) {
        return Stream.concat(kind.shape().links().stream(), kind.shape().backLinks().keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static Set<String> expanded(Kind kind, MultivaluedMap<String, String> parameters) {
        return new TreeSet<>(Parameters.coded("expand", List.copyOf(expandable(kind)), parameters));
    }

    private static List<String> facets(Kind kind, List<String> roles, List<String> values) {
        return roles.stream()
                .flatMap(role -> values.stream().map(value -> Derived.facet(kind, role + ":" + value)))
                .toList();
    }
}
