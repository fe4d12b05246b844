package org.puente.statistics.cube;

import java.util.Arrays;

/** A query on one cube, to be run month by month. */
public final class Scan {

    /** More would cost more to weigh up each month than they save. */
    private static final int FEW = 16;

    private final Cube cube;
    private final Column column;
    private final RunTable[] tables;
    private final int[] innerTable;
    private final boolean innerGrouped;
    private final boolean innerFiltered;
    /** The inner codes that count, if they are few and an index has them; else null. */
    private final int[] few;

    Scan(Cube cube, Column column, RunTable[] tables, int[] innerTable) {
        this.cube = cube;
        this.column = column;
        this.tables = tables;
        int[] counted = new int[innerTable == null ? 0 : innerTable.length];
        int count = 0;
        boolean grouped = false;
        for (int code = 0; code < counted.length; code++) {
            if (innerTable[code] < Cut.REJECTED) {
                counted[count++] = code;
                grouped |= innerTable[code] > 0;
            }
        }
        this.innerTable = innerTable == null ? null : Arrays.copyOf(innerTable, 256);
        this.innerGrouped = grouped;
        this.innerFiltered = count < counted.length;
        this.few = innerFiltered && count <= FEW && cube.index != null ? Arrays.copyOf(counted, count) : null;
    }

    /**
     * Adds the cells of a month to the sums of their groups.
     *
     * @param sums one element a group, and one more for what is rejected
     */
    public void add(int month, long[] sums) {
        int begin = cube.run(month);
        int end = cube.run(month + 1);
        if (few != null && begin < end && looks(month - cube.firstMonth) <= end - begin) {
            addFew(month - cube.firstMonth, begin, sums);
            return;
        }
        for (int run = begin; run < end; run++) {
            int group = group(cube.runKeys[run]);
            if (group < Cut.REJECTED) {
                addRun(group, cube.runCells[run], cube.runCells[run + 1], sums);
            }
        }
    }

    /** How many cells the index leads to. */
    private int looks(int month) {
        int looks = 0;
        for (int code : few) {
            looks += cube.index.start(month, code + 1) - cube.index.start(month, code);
        }
        return looks;
    }

    private void addFew(int month, int firstRun, long[] sums) {
        for (int code : few) {
            int end = cube.index.start(month, code + 1);
            for (int i = cube.index.start(month, code); i < end; i++) {
                int run = firstRun + cube.index.run(i);
                int group = group(cube.runKeys[run]);
                if (group < Cut.REJECTED) {
                    int cell = cube.runCells[run] + cube.index.place(i);
                    sums[group + innerTable[code]] += column.sum(cell, cell + 1);
                }
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
        } else if (innerGrouped && innerFiltered) {
            column.addByCodeWhere(from, to, cube.innerCodes, innerTable, group, sums);
        } else if (innerGrouped) {
            column.addByCode(from, to, cube.innerCodes, innerTable, group, sums);
        } else {
            sums[group] += column.sumWhere(from, to, cube.innerCodes, innerTable);
        }
    }
}
