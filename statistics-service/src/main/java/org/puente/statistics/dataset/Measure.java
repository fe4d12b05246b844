package org.puente.statistics.dataset;

import java.util.Locale;

/** What is added up. */
public enum Measure {
    ENCOUNTERS("encounters"),
    WEIGHT("lb"),
    EVENTS("events");

    private final String code = name().toLowerCase(Locale.ROOT);
    private final String unit;

    Measure(String unit) {
        this.unit = unit;
    }

    public String code() {
        return code;
    }

    /** Unit of a plain sum of this measure. */
    public String unit() {
        return unit;
    }
}
