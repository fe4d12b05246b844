package org.puente.statistics.change;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.puente.kit.problem.Refusal;
import org.puente.kit.problem.Violation;
import org.puente.statistics.dataset.Code;
import org.puente.statistics.dataset.Codes;
import org.puente.statistics.dataset.Dataset;
import org.puente.statistics.dataset.Dimension;
import org.puente.statistics.series.Filter;
import org.puente.statistics.series.Slice;

/**
 * What is asked: how a slice changed after an event.
 *
 * @param window   the most full months after the event to compare, 1 to {@value #LONGEST_WINDOW}
 * @param contrast which other nationalities to compare with, of those that the slice's filter leaves out
 * @param asOf     only what was published by the end of that day counts
 */
record ChangeQuery(Slice slice, LocalDate event, int window, Optional<Filter> contrast, Optional<LocalDate> asOf) {

    /** Beyond a year the same months of the year before would lie after the event themselves. */
    static final int LONGEST_WINDOW = 12;

    private static final String OTHERS = "others";

    /** The names of all parameters. */
    static Set<String> parameters(Dataset dataset) {
        Set<String> names = new LinkedHashSet<>(List.of("event", "window", "asOf", "measure"));
        dataset.dimensions().forEach(dimension -> names.add(dimension.code()));
        if (dataset.dimensions().contains(Dimension.CITIZENSHIP)) {
            names.add("contrast");
        }
        return names;
    }

    /** @throws Refusal as invalid, with every fault and the valid values */
    static ChangeQuery parse(Dataset dataset, Map<String, List<String>> query, Codes codes) {
        Map<String, String> parameters = new HashMap<>();
        List<Violation> violations = new ArrayList<>();
        query.forEach((name, values) -> {
            parameters.put(name, values.get(0));
            if (values.size() > 1) {
                violations.add(new Violation(name, "is there " + values.size() + " times; give one list"));
            }
        });
        LocalDate event = day("event", parameters.get("event"), violations).orElse(null);
        if (!parameters.containsKey("event")) {
            violations.add(new Violation("event", "is missing; a day is written 2023-05-11"));
        }
        Optional<LocalDate> asOf = day("asOf", parameters.get("asOf"), violations);
        int window = window(parameters.get("window"), violations);
        Slice slice = null;
        try {
            slice = Slice.parse(dataset, parameters, codes);
        } catch (Refusal refusal) {
            violations.addAll(refusal.violations());
        }
        Optional<Filter> contrast =
                slice == null ? Optional.empty() : contrast(slice, parameters.get("contrast"), codes, violations);
        if (!violations.isEmpty()) {
            Violation first = violations.get(0);
            throw new Refusal(Refusal.Kind.INVALID, first.field() + ": " + first.reason(), violations);
        }
        return new ChangeQuery(slice, event, window, contrast, asOf);
    }

    private static Optional<LocalDate> day(String name, String text, List<Violation> violations) {
        if (text == null) {
            return Optional.empty();
        }
        try {
            LocalDate day = LocalDate.parse(text);
            if (day.getYear() >= 1900 && day.getYear() <= 2200) {
                return Optional.of(day);
            }
            violations.add(new Violation(name, "lies between 1900 and 2200"));
        } catch (DateTimeException e) {
            violations.add(new Violation(name, "'" + text + "' can't be read: a day is written 2023-05-11"));
        }
        return Optional.empty();
    }

    private static int window(String text, List<Violation> violations) {
        if (text == null) {
            return LONGEST_WINDOW;
        }
        if (text.matches("\\d{1,2}") && Integer.parseInt(text) >= 1 && Integer.parseInt(text) <= LONGEST_WINDOW) {
            return Integer.parseInt(text);
        }
        violations.add(new Violation("window", "is a whole number from 1 to " + LONGEST_WINDOW));
        return LONGEST_WINDOW;
    }

    private static Optional<Filter> contrast(Slice slice, String text, Codes codes, List<Violation> violations) {
        if (text == null) {
            return Optional.empty();
        }
        Filter treated = slice.filters().get(Dimension.CITIZENSHIP);
        if (treated == null || treated.negated()) {
            violations.add(new Violation(
                    "contrast", "compares nationalities: name those of the slice, such as citizenship=CUB,HTI"));
            return Optional.empty();
        }
        if (text.equals(OTHERS)) {
            return Optional.of(new Filter(true, treated.codes()));
        }
        List<String> named = List.of(text.split(",", -1));
        List<String> known = codes.of(Dimension.CITIZENSHIP).stream()
                .map(Code::code)
                .sorted()
                .toList();
        named.stream()
                .filter(code -> !known.contains(code) || treated.codes().contains(code))
                .findFirst()
                .ifPresent(code -> violations.add(new Violation(
                        "contrast",
                        known.contains(code)
                                ? "'" + code + "' is one of the slice's own"
                                : "'" + code + "' is not known; valid values are others, "
                                        + String.join(", ", known))));
        return violations.isEmpty() ? Optional.of(new Filter(false, named)) : Optional.empty();
    }
}
