package org.puente.statistics.cube;

/**
 * Where the cells of an inner code lie in a month. A query on a few nationalities of many looks up these cells, where it would
 * otherwise pass all runs of the month. Three bytes a cell.
 */
final class InnerIndex {

    private static final int MOST_RUNS = 1 << Character.SIZE;

    private final int codes;
    /** By month and code, the position of its first cell; and at the end, the number of cells. */
    private final int[] starts;
    /** By position, the run of the cell, counted from the first run of the month. */
    private final char[] runs;
    /** By position, the place of the cell in its run, which has no more cells than there are inner codes. */
    private final byte[] places;

    private InnerIndex(int codes, int[] starts, char[] runs, byte[] places) {
        this.codes = codes;
        this.starts = starts;
        this.runs = runs;
        this.places = places;
    }

    /** Null where a month has more runs than two bytes can number. */
    static InnerIndex of(int[] monthRuns, int[] runCells, byte[] innerCodes) {
        int codes = 0;
        for (byte code : innerCodes) {
            codes = Math.max(codes, (code & 0xFF) + 1);
        }
        int[] starts = new int[(monthRuns.length - 1) * codes + 1];
        for (int month = 0; month < monthRuns.length - 1; month++) {
            if (monthRuns[month + 1] - monthRuns[month] > MOST_RUNS) {
                return null;
            }
            for (int cell = runCells[monthRuns[month]]; cell < runCells[monthRuns[month + 1]]; cell++) {
                starts[month * codes + (innerCodes[cell] & 0xFF) + 1]++;
            }
        }
        for (int i = 1; i < starts.length; i++) {
            starts[i] += starts[i - 1];
        }
        InnerIndex index = new InnerIndex(codes, starts, new char[innerCodes.length], new byte[innerCodes.length]);
        index.fill(monthRuns, runCells, innerCodes);
        return index;
    }

    private void fill(int[] monthRuns, int[] runCells, byte[] innerCodes) {
        int[] next = starts.clone();
        for (int month = 0; month < monthRuns.length - 1; month++) {
            for (int run = monthRuns[month]; run < monthRuns[month + 1]; run++) {
                for (int cell = runCells[run]; cell < runCells[run + 1]; cell++) {
                    int position = next[month * codes + (innerCodes[cell] & 0xFF)]++;
                    runs[position] = (char) (run - monthRuns[month]);
                    places[position] = (byte) (cell - runCells[run]);
                }
            }
        }
    }

    /** The position of the first cell of a code in a month; that of the next code is where it ends. */
    int start(int month, int code) {
        return starts[month * codes + Math.min(code, codes)];
    }

    int run(int position) {
        return runs[position];
    }

    int place(int position) {
        return places[position] & 0xFF;
    }

    long bytes() {
        return 4L * starts.length + 3L * runs.length;
    }
}
