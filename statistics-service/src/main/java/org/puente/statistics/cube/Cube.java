package org.puente.statistics.cube;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.puente.statistics.dataset.Dimension;
import org.puente.statistics.dataset.Measure;

/**
 * The cells of one release, immutable. Cells are sorted by month, then by all dimensions but one, so that neighbours differ
 * only in that last one, the <em>inner</em> dimension. Such neighbours are a run: the month and the <em>outer</em> codes are
 * kept once a run, packed into an int; a cell is one byte for its inner code and its values. A query decides once a run
 * whether it counts, and where, and then adds up a stretch of an array.
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
    private final int firstMonth;
    private final int[] monthRuns;
    private final int[] runKeys;
    private final int[] runCells;
    private final byte[] innerCodes;
    private final Map<Measure, Column> columns;

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

    private int run(int month) {
        return monthRuns[Math.min(Math.max(month - firstMonth, 0), monthRuns.length - 1)];
    }

    /** The cell of that span, not an empty one, that has this inner code if any has. */
    private int search(int from, int to, int code) {
        int low = from;
        int length = to - from;
        // Without a branch on the comparison, which no processor could predict.
        while (length > 1) {
            int half = length >>> 1;
            low += (innerCodes[low + half] & 0xFF) <= code ? half : 0;
            length -= half;
        }
        return low;
    }

    /** A query on this cube, to be run month by month. */
    public static final class Scan {

        private final Cube cube;
        private final Column column;
        private final RunTable[] tables;
        private final int[] innerTable;
        private final boolean innerGrouped;
        private final boolean innerFiltered;
        /** The only inner code that counts; −1 where there are more of them. */
        private final int innerCode;

        private Scan(Cube cube, Column column, RunTable[] tables, int[] innerTable) {
            this.cube = cube;
            this.column = column;
            this.tables = tables;
            int counted = 0;
            int last = -1;
            boolean grouped = false;
            for (int code = 0; innerTable != null && code < innerTable.length; code++) {
                if (innerTable[code] < Cut.REJECTED) {
                    counted++;
                    last = code;
                    grouped |= innerTable[code] > 0;
                }
            }
            this.innerTable = innerTable == null ? null : Arrays.copyOf(innerTable, 256);
            this.innerGrouped = grouped;
            this.innerFiltered = innerTable != null && counted < innerTable.length;
            this.innerCode = counted == 1 ? last : -1;
        }

        /**
         * Adds the cells of a month to the sums of their groups.
         *
         * @param sums one element a group, and one more for what is rejected
         */
        public void add(int month, long[] sums) {
            int end = cube.run(month + 1);
            for (int run = cube.run(month); run < end; run++) {
                int group = group(cube.runKeys[run]);
                if (group < Cut.REJECTED) {
                    addRun(group, cube.runCells[run], cube.runCells[run + 1], sums);
                }
            }
        }

        private int group(int key) {
            int group = 0;
            for (RunTable table : tables) {
                group += table.of(key);
            }
            return group;
        }

        private void addRun(int group, int from, int to, long[] sums) {
            if (innerTable == null) {
                sums[group] += column.sum(from, to);
            } else if (innerCode >= 0) {
                int cell = cube.search(from, to, innerCode);
                if ((cube.innerCodes[cell] & 0xFF) == innerCode) {
                    sums[group + innerTable[innerCode]] += column.sum(cell, cell + 1);
                }
            } else if (innerGrouped && innerFiltered) {
                column.addByCodeWhere(from, to, cube.innerCodes, innerTable, group, sums);
            } else if (innerGrouped) {
                column.addByCode(from, to, cube.innerCodes, innerTable, group, sums);
            } else {
                sums[group] += column.sumWhere(from, to, cube.innerCodes, innerTable);
            }
        }
    }
}
