package org.puente.statistics.change;

import java.util.ArrayList;
import java.util.List;
import org.puente.statistics.dataset.Code;
import org.puente.statistics.dataset.Codes;
import org.puente.statistics.dataset.Dimension;
import org.puente.statistics.series.Filter;
import org.puente.statistics.series.Slice;

/** A slice in words, such as {@code Encounters (Southwest border; Cuba or Haiti)}. */
final class SliceWords {

    private SliceWords() {}

    static String of(Slice slice, Codes codes) {
        List<String> filters = new ArrayList<>();
        for (Dimension dimension : slice.dataset().dimensions()) {
            Filter filter = slice.filters().get(dimension);
            if (filter != null) {
                List<String> labels = filter.codes().stream()
                        .map(code ->
                                codes.find(dimension, code).map(Code::label).orElse(code))
                        .toList();
                filters.add(filter.negated() ? "all but " + String.join(" and ", labels) : String.join(" or ", labels));
            }
        }
        String measured =
                switch (slice.measure()) {
                    case ENCOUNTERS -> "Encounters";
                    case WEIGHT -> "Pounds of drugs seized";
                    case EVENTS -> "Seizures of drugs";
                };
        return measured + (filters.isEmpty() ? " nationwide" : " (" + String.join("; ", filters) + ")");
    }
}
