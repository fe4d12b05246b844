package org.puente.statistics.series;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.puente.kit.problem.Refusal;
import org.puente.statistics.cube.Cut;
import org.puente.statistics.dataset.Code;
import org.puente.statistics.dataset.Codes;
import org.puente.statistics.dataset.Dimension;

/**
 * Numbers the groups of a query: one for each combination of the codes that the filters leave, in order of the codes, the last
 * dimension fastest.
 */
final class Grouping {

    private static final int MOST_GROUPS = 1 << 21;
    private static final int MOST_NAMED = 1000;

    private final List<List<Code>> allowed = new ArrayList<>();
    private final Cut cut;
    private final boolean named;

    /** @throws Refusal as invalid if there would be more groups than a scan can hold */
    Grouping(Slice slice, List<Dimension> groupBy, Codes codes) {
        long groups = 1;
        for (Dimension dimension : groupBy) {
            Filter filter = slice.filters().get(dimension);
            List<Code> known = codes.alphabetical(dimension);
            allowed.add(filter == null ? known : filter.allowed(known));
            groups *= Math.max(1, allowed.get(allowed.size() - 1).size());
        }
        if (groups > MOST_GROUPS) {
            throw Refusal.invalid(
                    "groupBy",
                    "leads to " + groups + " possible groups, more than " + MOST_GROUPS
                            + "; add filters or group by less");
        }
        this.cut = new Cut(tables(slice, groupBy, codes), (int) groups);
        this.named = groups <= MOST_NAMED
                && groupBy.stream()
                        .allMatch(dimension -> slice.filters().containsKey(dimension)
                                && !slice.filters().get(dimension).negated());
    }

    private Map<Dimension, int[]> tables(Slice slice, List<Dimension> groupBy, Codes codes) {
        Map<Dimension, int[]> tables = new EnumMap<>(Dimension.class);
        slice.filters()
                .forEach((dimension, filter) ->
                        tables.put(dimension, table(codes.of(dimension), filter.allowed(codes.of(dimension)), 0)));
        int stride = 1;
        for (int i = groupBy.size() - 1; i >= 0; i--) {
            tables.put(groupBy.get(i), table(codes.of(groupBy.get(i)), allowed.get(i), stride));
            stride *= Math.max(1, allowed.get(i).size());
        }
        return tables;
    }

    private static int[] table(List<Code> known, List<Code> allowed, int stride) {
        int[] table = new int[known.size()];
        Arrays.fill(table, Cut.REJECTED);
        for (int i = 0; i < allowed.size(); i++) {
            table[allowed.get(i).ordinal()] = i * stride;
        }
        return table;
    }

    Cut cut() {
        return cut;
    }

    /** Whether every group is wanted, even one without a figure: its codes were all named. */
    boolean named() {
        return named;
    }

    List<Code> codes(int group) {
        Code[] codes = new Code[allowed.size()];
        int rest = group;
        for (int i = codes.length - 1; i >= 0; i--) {
            int size = allowed.get(i).size();
            codes[i] = allowed.get(i).get(rest % size);
            rest /= size;
        }
        return List.of(codes);
    }
}
