package org.puente.statistics.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.puente.kit.problem.Refusal;
import org.puente.kit.problem.Violation;
import org.puente.kit.query.QueryParameters;
import org.puente.statistics.dataset.Dataset;
import org.puente.statistics.dataset.Dimension;

/** The query parameters of a dataset's resources, each given at most once. */
public enum Parameters {
    SERIES(
            "measure",
            "groupBy",
            "from",
            "to",
            "fiscalYear",
            "freq",
            "transform",
            "base",
            "asOf",
            "vintage",
            "release",
            "top",
            "order",
            "limit",
            "cursor",
            "include",
            "format"),
    SUMMARY("measure", "month", "asOf", "release"),
    AVAILABILITY("measure", "from", "to", "fiscalYear", "asOf", "release");

    private final List<String> names;
    private final Map<Dataset, Set<String>> known;

    Parameters(String... names) {
        this.names = List.of(names);
        this.known = Arrays.stream(Dataset.values()).collect(Collectors.toMap(dataset -> dataset, dataset -> {
            Set<String> all = new TreeSet<>(List.of(names));
            dataset.dimensions().stream().map(Dimension::code).forEach(all::add);
            return all;
        }));
    }

    /** Those that every dataset has beside its dimensions. */
    List<String> names() {
        return names;
    }

    /**
     * @param query as it was sent; null where there is none
     * @throws Refusal as invalid for those that are unknown or repeated
     */
    public Map<String, String> read(Dataset dataset, String query) {
        Map<String, List<String>> given = QueryParameters.parse(query);
        QueryParameters.refuseUnknown(given.keySet(), known.get(dataset));
        Map<String, String> parameters = new HashMap<>();
        List<Violation> violations = new ArrayList<>();
        given.forEach((name, values) -> {
            if (values.size() > 1) {
                violations.add(new Violation(
                        name, "is given " + values.size() + " times; several codes stand in one, with commas between"));
            }
            parameters.put(name, values.get(0));
        });
        if (!violations.isEmpty()) {
            throw Refusal.invalid(violations.get(0).field(), violations.get(0).reason());
        }
        return parameters;
    }
}
