package org.puente.statistics.cube;

import java.util.EnumMap;
import java.util.Map;
import org.puente.statistics.dataset.Dimension;

/**
 * Which cells of a cube count, and for which group. Every dimension that a query touches has a table by ordinal: what a code
 * adds to the number of the group, or {@link #REJECTED}. A cell belongs to the group that is the sum over its dimensions.
 */
public final class Cut {

    /** Larger than any group, and small enough that one for each dimension can be added up in an int. */
    public static final int REJECTED = 1 << 27;

    private final Map<Dimension, int[]> tables = new EnumMap<>(Dimension.class);
    private final int groups;

    /**
     * @param tables by ordinal, for the dimensions that matter
     * @param groups how many groups the tables can lead to
     */
    public Cut(Map<Dimension, int[]> tables, int groups) {
        if (groups >= REJECTED) {
            throw new IllegalArgumentException(groups + " groups are too many");
        }
        this.tables.putAll(tables);
        this.groups = groups;
    }

    public int groups() {
        return groups;
    }

    Map<Dimension, int[]> tables() {
        return tables;
    }
}
