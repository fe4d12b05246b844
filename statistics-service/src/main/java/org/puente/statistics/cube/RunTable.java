package org.puente.statistics.cube;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What the outer codes of a run add to the number of its group. Neighbouring dimensions share a table, so that a run mostly
 * takes one look.
 */
final class RunTable {

    /** A wider table would take longer to fill than a query over a few months takes to read. */
    private static final int MOST_BITS = 8;

    private final int shift;
    private final int[] groups;

    private RunTable(int shift, int[] groups) {
        this.shift = shift;
        this.groups = groups;
    }

    /** @param touched in the order of their bits */
    static RunTable[] of(List<Cube.Bits> touched, Cut cut) {
        List<RunTable> tables = new ArrayList<>();
        int next = 0;
        while (next < touched.size()) {
            int start = next;
            int shift = touched.get(start).shift();
            do {
                next++;
            } while (next < touched.size() && end(touched.get(next)) - shift <= MOST_BITS);
            tables.add(new RunTable(shift, filled(touched.subList(start, next), shift, cut)));
        }
        return tables.toArray(RunTable[]::new);
    }

    private static int end(Cube.Bits bits) {
        return bits.shift() + Integer.bitCount(bits.mask());
    }

    private static int[] filled(List<Cube.Bits> touched, int shift, Cut cut) {
        int[] groups = new int[1 << (end(touched.get(touched.size() - 1)) - shift)];
        for (Cube.Bits bits : touched) {
            // Bits that stand for no code don't occur.
            int[] table = Arrays.copyOf(cut.tables().get(bits.dimension()), bits.mask() + 1);
            for (int key = 0; key < groups.length; key++) {
                groups[key] += table[key >>> (bits.shift() - shift) & bits.mask()];
            }
        }
        return groups;
    }

    /** @param key of the run, with all of its outer codes; at least {@link Cut#REJECTED} where one of them is rejected */
    int of(int key) {
        return groups[key >>> shift & groups.length - 1];
    }
}
