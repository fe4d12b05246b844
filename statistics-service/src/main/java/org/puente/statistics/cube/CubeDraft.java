package org.puente.statistics.cube;

import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.puente.statistics.dataset.Codes;
import org.puente.statistics.release.ReleaseKind;

/**
 * The cells of a release on their way into a cube, in any order, as a file brings them. It keeps them as long as they are
 * few enough for the memory of the process, and none of them otherwise.
 */
public final class CubeDraft {

    /** Takes the lines whose month and codes an earlier one has. */
    public interface Repeats {
        void accept(long line, long first);
    }

    /** A cell takes 20 to 50 bytes until it lies in its cube, and there is one draft at a time: some 40 percent at most. */
    private static final long HEAP_A_CELL = 128;

    private final ReleaseKind kind;
    private final int most;
    private final NavigableMap<Integer, MonthCells> months = new TreeMap<>();
    private MonthCells latest;
    private int size;

    public CubeDraft(ReleaseKind kind) {
        this(kind, (int)
                Math.min(1 << MonthCells.NUMBER_BITS, Runtime.getRuntime().maxMemory() / HEAP_A_CELL));
    }

    /** @param most cells that it keeps */
    CubeDraft(ReleaseKind kind, int most) {
        this.kind = kind;
        this.most = most;
    }

    /**
     * @param line   of the file
     * @param month  {@code year * 12 + month - 1}
     * @param codes  ordinals of the kind's dimensions, one byte each, that of the last dimension lowest
     * @param amount one value a measure, none below 0
     */
    public void add(long line, int month, long codes, long[] amount) {
        if (size == most) {
            latest = null;
            months.clear();
        }
        if (size++ < most) {
            if (latest == null || latest.month() != month) {
                latest = months.computeIfAbsent(
                        month,
                        number ->
                                new MonthCells(number, kind.dataset().measures().size()));
            }
            latest.add(line, codes, amount);
        }
    }

    /**
     * Makes the cube, and keeps none of the cells.
     *
     * @param known   every code of the cells
     * @param repeats told of each cell that was there already
     * @return empty where there were such, or too many cells to keep
     */
    public Optional<Cube> build(Codes known, Repeats repeats) {
        if (size > most) {
            return Optional.empty();
        }
        CubeBuilder builder = new CubeBuilder(kind.dimensions(), kind.dataset().measures(), known);
        CellOrder order = new CellOrder(kind.dimensions(), builder.order(), known);
        boolean unique = true;
        while (!months.isEmpty()) {
            unique &= months.pollFirstEntry().getValue().addTo(builder, order, repeats);
        }
        return unique ? Optional.of(builder.build()) : Optional.empty();
    }
}
