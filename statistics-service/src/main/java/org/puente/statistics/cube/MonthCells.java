package org.puente.statistics.cube;

import java.util.Arrays;

/** The cells of one month, in the order in which they came. */
final class MonthCells {

    /** Cells of a month are numbered in the low bits of the words by which they are sorted. */
    static final int NUMBER_BITS = 22;

    private static final int NUMBERS = (1 << NUMBER_BITS) - 1;

    private final int month;
    private long[] codes = new long[256];
    private int[] lines = new int[256];
    private final long[][] amounts;
    private int size;

    MonthCells(int month, int measures) {
        this.month = month;
        this.amounts = new long[measures][256];
    }

    int month() {
        return month;
    }

    void add(long line, long cell, long[] amount) {
        if (size == codes.length) {
            codes = Arrays.copyOf(codes, size * 2);
            lines = Arrays.copyOf(lines, size * 2);
            Arrays.setAll(amounts, i -> Arrays.copyOf(amounts[i], size * 2));
        }
        codes[size] = cell;
        lines[size] = (int) line;
        for (int i = 0; i < amount.length; i++) {
            amounts[i][size] = amount[i];
        }
        size++;
    }

    /**
     * Hands the cells to the builder, sorted, up to the first one that was there already.
     *
     * @return whether there was none
     */
    boolean addTo(CubeBuilder builder, CellOrder order, CubeDraft.Repeats repeats) {
        long[] words = new long[size];
        for (int i = 0; i < size; i++) {
            words[i] = order.word(codes[i]) << NUMBER_BITS | i;
        }
        Arrays.sort(words);
        int[] cell = new int[order.size()];
        long[] amount = new long[amounts.length];
        boolean unique = true;
        int first = 0;
        for (int i = 0; i < size; i++) {
            int at = (int) words[i] & NUMBERS;
            if (i > 0 && words[i] >>> NUMBER_BITS == words[first] >>> NUMBER_BITS) {
                unique = false;
                repeats.accept(lines[at], lines[(int) words[first] & NUMBERS]);
            } else {
                first = i;
            }
            if (unique) {
                order.split(codes[at], cell);
                for (int j = 0; j < amount.length; j++) {
                    amount[j] = amounts[j][at];
                }
                builder.add(month, cell, amount);
            }
        }
        return unique;
    }
}
