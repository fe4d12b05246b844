package org.puente.statistics.series;

import java.util.Locale;

/** Which of the releases that cover a month serves it. */
public enum Vintage {
    /** The newest one. */
    LATEST,
    /** The oldest one: the figure as first published. */
    FIRST,
    /** Each of them, side by side: how the figure was revised. */
    ALL;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
