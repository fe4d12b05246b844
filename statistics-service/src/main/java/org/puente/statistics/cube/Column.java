package org.puente.statistics.cube;

/** The values of one measure, one a cell, in whole units of the measure. */
abstract sealed class Column permits CharColumn, IntColumn, LongColumn {

    /** The sum of the cells from the one index up to, not including, the other. */
    abstract long sum(int from, int to);

    /** The sum of those cells in that span whose code is not rejected. */
    abstract long sumWhere(int from, int to, byte[] codes, int[] table);

    /** Adds each cell of the span to its group; the table rejects nothing. */
    abstract void addByCode(int from, int to, byte[] codes, int[] table, int group, long[] sums);

    /** The same with a table that may reject; what it rejects goes to the last element. */
    abstract void addByCodeWhere(int from, int to, byte[] codes, int[] table, int group, long[] sums);

    abstract long bytes();
}
