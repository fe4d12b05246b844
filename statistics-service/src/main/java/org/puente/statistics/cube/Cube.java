package org.puente.statistics.cube;

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
        List<Bits> touched = outer.stream()
                .filter(bits -> cut.tables().containsKey(bits.dimension()))
                .toList();
        int[] innerTable = cut.tables().get(inner);
        if (column == null
                || touched.size() + (innerTable == null ? 0 : 1) < cut.tables().size()) {
            throw new IllegalArgumentException(
                    "no " + measure + " by " + cut.tables().keySet() + " in this cube");
        }
        return new Scan(this, column, touched, cut, innerTable);
    }

    private int run(int month) {
        return monthRuns[Math.min(Math.max(month - firstMonth, 0), monthRuns.length - 1)];
    }

    /** A query on this cube, to be run month by month. */
    public static final class Scan {

        private final Cube cube;
        private final Column column;
        private final int[][] tables;
        private final int[] shifts;
        private final int[] masks;
        private final int[] innerTable;
        private final boolean innerGrouped;
        private final boolean innerFiltered;

        private Scan(Cube cube, Column column, List<Bits> touched, Cut cut, int[] innerTable) {
            this.cube = cube;
            this.column = column;
            this.tables = touched.stream()
                    .map(bits -> cut.tables().get(bits.dimension()))
                    .toArray(int[][]::new);
            this.shifts = touched.stream().mapToInt(Bits::shift).toArray();
            this.masks = touched.stream().mapToInt(Bits::mask).toArray();
            this.innerTable = innerTable == null ? null : Arrays.copyOf(innerTable, 256);
            this.innerGrouped = innerTable != null
                    && Arrays.stream(innerTable).anyMatch(group -> group > 0 && group < Cut.REJECTED);
            this.innerFiltered =
                    innerTable != null && Arrays.stream(innerTable).anyMatch(group -> group >= Cut.REJECTED);
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
            for (int i = 0; i < tables.length; i++) {
                group += tables[i][key >>> shifts[i] & masks[i]];
            }
            return group;
        }

        private void addRun(int group, int from, int to, long[] sums) {
            if (innerTable == null) {
                sums[group] += column.sum(from, to);
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
