package org.puente.statistics.series;

import java.util.List;
import java.util.stream.Collectors;
import org.puente.statistics.dataset.Code;

/**
 * One group of a query with its monthly sums.
 *
 * @param codes one for each dimension grouped by, in their order; empty for the total
 * @param sums  one for each month of {@link Monthly}, in units of {@link org.puente.statistics.cube.Cube#scale}; 0 where
 *              the month is missing: ask {@link Monthly#covers} first. Not to be changed
 */
public record Group(List<Code> codes, long[] sums) {

    /** The labels of its codes; {@code Total} for the total. */
    public String label() {
        return codes.isEmpty() ? "Total" : codes.stream().map(Code::label).collect(Collectors.joining(", "));
    }
}
