package org.puente.statistics.cbp;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.puente.statistics.dataset.Measure;

/** What one month of a file adds up to, by measure. */
final class MonthTotal {

    private final Map<Measure, BigDecimal> decimals = new LinkedHashMap<>();
    private final Map<Measure, long[]> counts = new LinkedHashMap<>();

    void add(Measure measure, long count) {
        counts.computeIfAbsent(measure, key -> new long[1])[0] += count;
    }

    void add(Measure measure, BigDecimal amount) {
        decimals.merge(measure, amount, BigDecimal::add);
    }

    Map<Measure, BigDecimal> sums() {
        Map<Measure, BigDecimal> sums = new LinkedHashMap<>();
        counts.forEach((measure, count) -> sums.put(measure, BigDecimal.valueOf(count[0])));
        sums.putAll(decimals);
        return sums;
    }
}
