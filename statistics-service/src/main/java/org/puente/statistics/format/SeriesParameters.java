package org.puente.statistics.format;

import jakarta.ws.rs.core.UriInfo;
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

/** The query parameters of a series, each given at most once. */
final class SeriesParameters {

    /** Those that every dataset has beside its dimensions. */
    static final List<String> COMMON = List.of(
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
            "format");

    private static final Map<Dataset, Set<String>> KNOWN =
            Arrays.stream(Dataset.values()).collect(Collectors.toMap(dataset -> dataset, SeriesParameters::known));

    private SeriesParameters() {}

    private static Set<String> known(Dataset dataset) {
        Set<String> known = new TreeSet<>(COMMON);
        dataset.dimensions().stream().map(Dimension::code).forEach(known::add);
        return known;
    }

    /** @throws Refusal as invalid for unknown and repeated ones and an unknown format */
    static Map<String, String> read(Dataset dataset, UriInfo uri) {
        Map<String, List<String>> given = uri.getQueryParameters();
        QueryParameters.refuseUnknown(given.keySet(), KNOWN.get(dataset));
        Map<String, String> parameters = new HashMap<>();
        List<Violation> violations = new ArrayList<>();
        given.forEach((name, values) -> {
            if (values.size() > 1) {
                violations.add(new Violation(
                        name, "is given " + values.size() + " times; several codes stand in one, with commas"));
            }
            parameters.put(name, values.get(0));
        });
        String format = parameters.get("format");
        if (format != null && Format.of(format).isEmpty()) {
            violations.add(new Violation(
                    "format",
                    "'" + format + "' is not known; valid values are "
                            + Arrays.stream(Format.values()).map(Format::code).collect(Collectors.joining(", "))));
        }
        if (!violations.isEmpty()) {
            String detail = violations.stream()
                    .map(violation -> violation.field() + ": " + violation.reason())
                    .collect(Collectors.joining("; "));
            throw new Refusal(Refusal.Kind.INVALID, detail, violations);
        }
        return parameters;
    }
}
