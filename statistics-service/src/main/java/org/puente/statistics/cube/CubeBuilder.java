package org.puente.statistics.cube;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.puente.statistics.dataset.Codes;
import org.puente.statistics.dataset.Dimension;
import org.puente.statistics.dataset.Measure;

/** Takes cells in order of month, outer codes and inner code, and makes a cube of them. */
public final class CubeBuilder {

    private static final int INNER_CODES = 256;
    private static final List<Dimension> INNER_PREFERRED = List.of(Dimension.CITIZENSHIP, Dimension.DRUG);

    private final List<Cube.Bits> outer = new ArrayList<>();
    private final List<Dimension> order;
    private final List<Measure> measures;
    private final long[][] values;
    private int[] runMonths = new int[64];
    private int[] runKeys = new int[64];
    private int[] runCells = new int[64];
    private byte[] innerCodes = new byte[256];
    private int runs;
    private int cells;

    /** @param codes tells how many bits a code of each dimension takes */
    public CubeBuilder(List<Dimension> dimensions, List<Measure> measures, Codes codes) {
        Dimension inner = inner(dimensions, codes);
        int shift = 0;
        List<Dimension> columns = new ArrayList<>();
        for (Dimension dimension : dimensions) {
            if (dimension != inner) {
                int bits = 32 - Integer.numberOfLeadingZeros(codes.of(dimension).size());
                outer.add(new Cube.Bits(dimension, shift, (1 << bits) - 1));
                columns.add(dimension);
                shift += bits;
            }
        }
        if (shift > Integer.SIZE) {
            throw new IllegalStateException("the codes of " + columns + " take more than 32 bits");
        }
        columns.add(inner);
        this.order = List.copyOf(columns);
        this.measures = List.copyOf(measures);
        this.values = new long[measures.size()][innerCodes.length];
    }

    /** The one along which runs are longest: nationalities and drugs, as long as a byte can number them. */
    private static Dimension inner(List<Dimension> dimensions, Codes codes) {
        return INNER_PREFERRED.stream()
                .filter(dimensions::contains)
                .filter(dimension -> codes.of(dimension).size() <= INNER_CODES)
                .findFirst()
                .orElse(dimensions.get(0));
    }

    /** The order in which codes are given, and by which cells must be sorted after the month: the inner one comes last. */
    public List<Dimension> order() {
        return order;
    }

    /**
     * @param month  {@code year * 12 + month - 1}
     * @param codes  ordinals in {@link #order()}
     * @param amount one value a measure, none below 0
     * @throws IllegalStateException if the cell doesn't come after the one before it
     */
    public void add(int month, int[] codes, long[] amount) {
        int key = 0;
        for (int i = 0; i < outer.size(); i++) {
            key |= codes[i] << outer.get(i).shift();
        }
        int inner = codes[outer.size()];
        if (runs == 0 || runMonths[runs - 1] != month || runKeys[runs - 1] != key) {
            if (runs > 0 && runMonths[runs - 1] > month) {
                throw new IllegalStateException("months are not in order");
            }
            startRun(month, key);
        } else if ((innerCodes[cells - 1] & 0xFF) >= inner) {
            throw new IllegalStateException("cells are not in order, or one is there twice");
        }
        if (cells == innerCodes.length) {
            int size = Math.addExact(cells, cells / 2);
            innerCodes = Arrays.copyOf(innerCodes, size);
            Arrays.setAll(values, i -> Arrays.copyOf(values[i], size));
        }
        innerCodes[cells] = (byte) inner;
        for (int i = 0; i < values.length; i++) {
            values[i][cells] = amount[i];
        }
        cells++;
    }

    private void startRun(int month, int key) {
        if (runs == runKeys.length) {
            int size = runs * 2;
            runMonths = Arrays.copyOf(runMonths, size);
            runKeys = Arrays.copyOf(runKeys, size);
            runCells = Arrays.copyOf(runCells, size);
        }
        runMonths[runs] = month;
        runKeys[runs] = key;
        runCells[runs] = cells;
        runs++;
    }

    public Cube build() {
        int firstMonth = runs == 0 ? 0 : runMonths[0];
        int[] starts = Arrays.copyOf(runCells, runs + 1);
        starts[runs] = cells;
        Map<Measure, Column> columns = new EnumMap<>(Measure.class);
        for (int i = 0; i < values.length; i++) {
            columns.put(measures.get(i), column(values[i]));
        }
        return new Cube(
                List.copyOf(outer),
                order.get(outer.size()),
                firstMonth,
                monthRuns(firstMonth),
                Arrays.copyOf(runKeys, runs),
                starts,
                Arrays.copyOf(innerCodes, cells),
                columns);
    }

    private int[] monthRuns(int firstMonth) {
        int months = runs == 0 ? 0 : runMonths[runs - 1] - firstMonth + 1;
        int[] firstRuns = new int[months + 1];
        int run = 0;
        for (int i = 0; i <= months; i++) {
            while (run < runs && runMonths[run] < firstMonth + i) {
                run++;
            }
            firstRuns[i] = run;
        }
        return firstRuns;
    }

    /** As narrow as the largest value allows: reading memory is what a query mostly does. */
    private Column column(long[] amounts) {
        long largest = 0;
        for (int i = 0; i < cells; i++) {
            largest = Math.max(largest, amounts[i]);
        }
        if (largest > Integer.MAX_VALUE) {
            return new LongColumn(Arrays.copyOf(amounts, cells));
        }
        if (largest > Character.MAX_VALUE) {
            return new IntColumn(
                    IntStream.range(0, cells).map(i -> (int) amounts[i]).toArray());
        }
        char[] narrow = new char[cells];
        for (int i = 0; i < cells; i++) {
            narrow[i] = (char) amounts[i];
        }
        return new CharColumn(narrow);
    }
}
