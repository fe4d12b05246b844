package org.puente.statistics.cube;

import java.util.List;
import org.puente.statistics.dataset.Codes;
import org.puente.statistics.dataset.Dimension;

/** From codes that are packed one byte each to the order in which a cube wants them. */
final class CellOrder {

    private final int[] shifts;
    private final int[] bits;

    /**
     * @param packed the dimensions as they are packed, the last one lowest
     * @param wanted the same in the cube's order
     */
    CellOrder(List<Dimension> packed, List<Dimension> wanted, Codes codes) {
        shifts = wanted.stream()
                .mapToInt(dimension -> 8 * (packed.size() - 1 - packed.indexOf(dimension)))
                .toArray();
        bits = wanted.stream()
                .mapToInt(dimension -> Integer.SIZE
                        - Integer.numberOfLeadingZeros(codes.of(dimension).size() - 1))
                .toArray();
    }

    int size() {
        return shifts.length;
    }

    /** A number by which cells of one month are in order; at most 40 bits, as a cube wants no longer keys. */
    long word(long codes) {
        long word = 0;
        for (int i = 0; i < shifts.length; i++) {
            word = word << bits[i] | codes >>> shifts[i] & 0xFF;
        }
        return word;
    }

    void split(long codes, int[] cell) {
        for (int i = 0; i < shifts.length; i++) {
            cell[i] = (int) (codes >>> shifts[i] & 0xFF);
        }
    }
}
