package org.puente.statistics.series;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.puente.kit.wording.Sentence;
import org.puente.statistics.calendar.Period;
import org.puente.statistics.dataset.Code;
import org.puente.statistics.release.Release;

/**
 * The answer to a {@link SeriesQuery}: what every format writes.
 *
 * @param scale     values are whole numbers of 10<sup>−scale</sup> units
 * @param releases  all that serve a month which was read
 * @param notes     what is missing, and why
 * @param permalink the query pinned to its releases, as parameters; it gives this answer for ever
 * @param total     how many series there are on all pages
 * @param next      cursor of the next page
 */
public record SeriesAnswer(
        SeriesQuery query,
        String unit,
        int scale,
        List<Period> periods,
        List<Series> series,
        List<Release> releases,
        List<Sentence> notes,
        String citation,
        String permalink,
        int total,
        Optional<String> next) {

    /**
     * @param codes  one for each dimension grouped by; those of the rest are all {@link #REST}
     * @param values one a period; 0 where it is missing
     * @param sum    over all months asked for, before any transform
     */
    public record Series(List<Code> codes, String label, Track track, long[] values, Status[] statuses, long sum) {}

    /**
     * What series of one view share.
     *
     * @param release  the only one they are from, with {@link Vintage#ALL}
     * @param absent   for each period, the months that are not in a partial figure
     * @param releases for each period, those that serve its months
     */
    public record Track(Optional<Release> release, List<List<YearMonth>> absent, List<List<Release>> releases) {}

    /** Stands for each code that {@code top} left out. */
    public static final Code REST = new Code(-1, "rest", "All others", "");

    public boolean truncated() {
        return next.isPresent();
    }
}
