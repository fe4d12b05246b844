package org.puente.statistics.series;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.puente.kit.problem.Refusal;
import org.puente.kit.problem.Violation;
import org.puente.statistics.dataset.Code;
import org.puente.statistics.dataset.Codes;
import org.puente.statistics.dataset.Dataset;
import org.puente.statistics.dataset.Dimension;
import org.puente.statistics.dataset.Measure;

/** What is counted: a measure of a dataset where every filter allows the cell. */
public record Slice(Dataset dataset, Measure measure, Map<Dimension, Filter> filters) {

    public Slice {
        filters = Collections.unmodifiableMap(
                filters.isEmpty() ? new EnumMap<>(Dimension.class) : new EnumMap<>(filters));
    }

    /**
     * Reads the parameters named like a dimension, and {@code measure}; others are left to the caller.
     *
     * @throws Refusal as invalid, with every fault and the valid codes
     */
    public static Slice parse(Dataset dataset, Map<String, String> parameters, Codes codes) {
        List<Violation> violations = new ArrayList<>();
        Slice slice = parse(dataset, parameters, codes, violations);
        if (!violations.isEmpty()) {
            throw refusal(violations);
        }
        return slice;
    }

    static Slice parse(Dataset dataset, Map<String, String> parameters, Codes codes, List<Violation> violations) {
        Map<Dimension, Filter> filters = new EnumMap<>(Dimension.class);
        for (Dimension dimension : dataset.dimensions()) {
            String text = parameters.get(dimension.code());
            if (text != null) {
                filter(dimension, text, codes, violations).ifPresent(filter -> filters.put(dimension, filter));
            }
        }
        return new Slice(dataset, measure(dataset, parameters.get("measure"), violations), filters);
    }

    static Refusal refusal(List<Violation> violations) {
        String detail = violations.stream()
                .map(violation -> violation.field() + ": " + violation.reason())
                .collect(Collectors.joining("; "));
        return new Refusal(Refusal.Kind.INVALID, detail, violations);
    }

    private static Measure measure(Dataset dataset, String text, List<Violation> violations) {
        if (text == null) {
            return dataset.measures().get(0);
        }
        Optional<Measure> found = dataset.measures().stream()
                .filter(measure -> measure.code().equals(text))
                .findFirst();
        if (found.isEmpty()) {
            violations.add(new Violation(
                    "measure",
                    unknown(text, dataset.measures().stream().map(Measure::code).toList())));
        }
        return found.orElse(dataset.measures().get(0));
    }

    private static Optional<Filter> filter(Dimension dimension, String text, Codes codes, List<Violation> violations) {
        try {
            Filter filter = Filter.parse(text);
            // Where no code is known, no file with this dimension was imported yet: the engine says which one is
            // wanted.
            for (String code : filter.codes()) {
                if (codes.find(dimension, code).isEmpty()
                        && !codes.of(dimension).isEmpty()) {
                    List<String> known = codes.alphabetical(dimension).stream()
                            .map(Code::code)
                            .toList();
                    violations.add(new Violation(dimension.code(), unknown(code, known)));
                }
            }
            return Optional.of(filter);
        } catch (IllegalArgumentException e) {
            violations.add(new Violation(dimension.code(), e.getMessage()));
            return Optional.empty();
        }
    }

    static String unknown(String text, List<String> valid) {
        return "'" + text + "' is not known; valid values are " + String.join(", ", valid);
    }

    /** The dimensions that a release must resolve to answer this slice, grouped like that. */
    Set<Dimension> touched(List<Dimension> groupBy) {
        Set<Dimension> touched = EnumSet.noneOf(Dimension.class);
        touched.addAll(filters.keySet());
        touched.addAll(groupBy);
        return touched;
    }

    /** The codes that the filters leave, for those of these dimensions that have one. */
    Map<Dimension, Set<String>> allowed(Set<Dimension> dimensions, Codes codes) {
        Map<Dimension, Set<String>> allowed = new EnumMap<>(Dimension.class);
        for (Dimension dimension : dimensions) {
            if (filters.containsKey(dimension)) {
                allowed.put(
                        dimension,
                        filters.get(dimension).allowed(codes.of(dimension)).stream()
                                .map(Code::code)
                                .collect(Collectors.toSet()));
            }
        }
        return allowed;
    }
}
