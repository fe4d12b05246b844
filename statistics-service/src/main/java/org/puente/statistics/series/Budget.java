package org.puente.statistics.series;

import org.puente.kit.problem.Refusal;

/** What one query may cost. Beyond, it is refused instead of run: it would take the processor and the memory of all others. */
final class Budget {

    /** Groups times months: each is a sum to keep. */
    static final long MOST_SUMS = 50_000_000;

    /** Cells of releases read, those of a release that serves several views each time. */
    static final long MOST_CELLS = 200_000_000;

    private Budget() {}

    static void checkSums(long groups, long months) {
        if (groups * months > MOST_SUMS) {
            throw Refusal.invalid(
                    "groupBy",
                    "%d possible groups over %d months are %d sums, more than %d; add filters, group by less or ask for fewer months"
                            .formatted(groups, months, groups * months, MOST_SUMS));
        }
    }

    static void checkCells(long cells, int views) {
        if (cells > MOST_CELLS) {
            throw Refusal.invalid(
                    "vintage",
                    "%d vintages hold %d cells, more than %d may be read at once; ask for fewer months, or name releases"
                            .formatted(views, cells, MOST_CELLS));
        }
    }
}
