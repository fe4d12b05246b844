package org.puente.statistics.figure.scope;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.puente.statistics.dataset.Code;
import org.puente.statistics.dataset.Dimension;
import org.puente.statistics.dataset.Exact;
import org.puente.statistics.series.Filter;
import org.puente.statistics.series.Slice;

/**
 * A slice over a span whose value is near the number.
 *
 * @param whole number of the slice that a share is of, −1 for other readings
 */
record Candidate(
        int slice,
        Span span,
        Reading reading,
        int whole,
        double value,
        Closeness closeness,
        int complexity,
        double distance) {

    /** What is made of the sums. */
    enum Reading {
        TOTAL,
        PER_DAY,
        SHARE,
        CHANGE,
        CHANGE_ON_YEAR;

        String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    static final Comparator<Candidate> BEST_FIRST = Comparator.comparing(Candidate::closeness)
            .thenComparing(Candidate::complexity)
            .thenComparing(Candidate::distance)
            .thenComparing(Candidate::slice)
            .thenComparing(candidate -> candidate.span().from());

    ScopeMatch match(ScopeCube cube, ScopeQuery query) {
        Map<Dimension, Code> named = cube.named(slice);
        return new ScopeMatch(
                words(cube, query),
                filters(named),
                cube.month(span.from()),
                cube.month(span.to() - 1),
                reading.code(),
                whole < 0 ? null : filters(cube.named(whole)),
                Exact.of(value),
                Exact.of(value - query.value().doubleValue()),
                closeness,
                complexity,
                permalink(cube, query, named));
    }

    private String words(ScopeCube cube, ScopeQuery query) {
        String slice = labels("All ", query, cube.named(this.slice));
        String reading = this.reading == Reading.SHARE
                ? "share of " + labels("all ", query, cube.named(whole))
                : switch (this.reading) {
                    case TOTAL -> "total";
                    case PER_DAY -> "mean a day";
                    case CHANGE -> "change on the span before";
                    default -> "change on the year before";
                };
        return slice + ", " + span.words(cube) + ": " + reading;
    }

    private static String labels(String all, ScopeQuery query, Map<Dimension, Code> named) {
        String counted =
                switch (query.measure()) {
                    case ENCOUNTERS -> "encounters";
                    case WEIGHT -> "drugs";
                    case EVENTS -> "drug seizures";
                };
        return named.isEmpty()
                ? all + counted + ", nationwide"
                : String.join(", ", named.values().stream().map(Code::label).toList());
    }

    private static Map<String, String> filters(Map<Dimension, Code> named) {
        Map<String, String> filters = new TreeMap<>();
        named.forEach((dimension, code) -> filters.put(dimension.code(), code.code()));
        return filters;
    }

    private String permalink(ScopeCube cube, ScopeQuery query, Map<Dimension, Code> named) {
        Map<Dimension, Filter> filters = new EnumMap<>(Dimension.class);
        named.forEach((dimension, code) -> filters.put(dimension, Filter.of(code.code())));
        return Permalink.of(
                new Slice(query.dataset(), query.measure(), filters),
                cube.month(span.from()),
                cube.month(span.to() - 1),
                cube.releases(span.from(), span.to()));
    }
}
