package org.puente.gateway.statistics;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

/** A monthly series as a look-up by month. */
public final class Months {

    private final Map<String, BigDecimal> values = new HashMap<>();

    /** @param series null counts as empty */
    public Months(Series series) {
        if (series != null) {
            series.only().ifPresent(line -> line.points().forEach(point -> values.put(point.period(), point.value())));
        }
    }

    /** Null where the month isn't covered. */
    public BigDecimal at(Object month) {
        return values.get(month.toString());
    }
}
