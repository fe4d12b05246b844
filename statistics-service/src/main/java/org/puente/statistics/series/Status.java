package org.puente.statistics.series;

import java.time.YearMonth;
import java.util.Locale;
import org.puente.statistics.release.Release;

/** How firm a figure is. */
public enum Status {
    /** Its fiscal year was closed when it was published. */
    FINAL,
    /** A fiscal year that it rests on was still open when it was published. */
    PROVISIONAL,
    /** Some of its months are covered by no release, or were not asked for, and are not in it. */
    PARTIAL,
    /** There is no figure: no release covers what it needs. */
    MISSING;

    private final String code = name().toLowerCase(Locale.ROOT);

    public String code() {
        return code;
    }

    static Status of(Release release, YearMonth month) {
        return release.provisional(month) ? PROVISIONAL : FINAL;
    }
}
