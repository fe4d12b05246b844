package org.puente.statistics.cube;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.puente.statistics.dataset.Dimension;
import org.puente.statistics.dataset.Measure;

/**
 * The cells of one release, immutable. Cells are sorted by month, then by all dimensions but one, so that neighbours differ
 * only in that last one, the <em>inner</em> dimension. Such neighbours are a run: the month and the <em>outer</em> codes are
 * kept once a run, packed into an int; a cell is one byte for its inner code and its values. A query decides once a run
 * whether it counts, and where, and then adds up a stretch of an array. One on a few inner codes finds their runs by an
 * {@link InnerIndex}.
 *
 * <p>Months are numbered from year 0: {@code year * 12 + month - 1}. Weight is counted in billionths of a pound, the
 * tolerance of the official figures, so that sums are exact and do not depend on an order.
 */
public final class Cube {

    /** What one unit of a measure counts as in a cube. */
    public static int scale(Measure measure) {
        return measure == Measure.WEIGHT ? 9 : 0;
    }

    /** Where the code of an outer dimension lies in the packed key of a run. */
    record Bits(Dimension dimension, int shift, int mask) {}

    private final List<Bits> outer;
    private final Dimension inner;
    final int firstMonth;
    private final int[] monthRuns;
    final int[] runKeys;
    final int[] runCells;
    final byte[] innerCodes;
    private final Map<Measure, Column> columns;
    final InnerIndex index;

    /**
     * @param monthRuns the first run of each month from {@code firstMonth} on, and the number of runs
     * @param runCells  the first cell of each run, and the number of cells
     */
    Cube(
            List<Bits> outer,
            Dimension inner,
            int firstMonth,
            int[] monthRuns,
            int[] runKeys,
            int[] runCells,
            byte[] innerCodes,
            Map<Measure, Column> columns) {
        this.outer = outer;
        this.inner = inner;
        this.firstMonth = firstMonth;
        this.monthRuns = monthRuns;
        this.runKeys = runKeys;
        this.runCells = runCells;
        this.innerCodes = innerCodes;
        this.columns = columns;
        this.index = InnerIndex.of(monthRuns, runCells, innerCodes);
    }

    public int cells() {
        return innerCodes.length;
    }

    /** How many cells lie in the months from the one to the other, both included. */
    public int cells(int from, int to) {
        return runCells[run(to + 1)] - runCells[run(from)];
    }

    /** Size of the arrays in memory. */
    public long bytes() {
        long keys = 4L * (monthRuns.length + runKeys.length + runCells.length);
        return keys
                + innerCodes.length
                + (index == null ? 0 : index.bytes())
                + columns.values().stream().mapToLong(Column::bytes).sum();
    }

    /**
     * Prepares a query.
     *
     * @throws IllegalArgumentException if the cube doesn't hold a dimension or measure that the query touches
     */
    public Scan scan(Cut cut, Measure measure) {
        Column column = columns.get(measure);
        List<Bits> touched = new ArrayList<>();
        for (Bits bits : outer) {
            if (cut.tables().containsKey(bits.dimension())) {
                touched.add(bits);
            }
        }
        int[] innerTable = cut.tables().get(inner);
        if (column == null
                || touched.size() + (innerTable == null ? 0 : 1) < cut.tables().size()) {
            throw new IllegalArgumentException(
                    "no " + measure + " by " + cut.tables().keySet() + " in this cube");
        }
        return new Scan(this, column, RunTable.of(touched, cut), innerTable);
    }

    /** The first run of the month, or of the next one that has any. */
    int run(int month) {
        return monthRuns[Math.min(Math.max(month - firstMonth, 0), monthRuns.length - 1)];
    }
}
