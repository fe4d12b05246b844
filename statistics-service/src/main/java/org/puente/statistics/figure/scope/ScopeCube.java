package org.puente.statistics.figure.scope;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.puente.statistics.dataset.Code;
import org.puente.statistics.dataset.Codes;
import org.puente.statistics.dataset.Dimension;
import org.puente.statistics.release.Release;
import org.puente.statistics.series.Group;
import org.puente.statistics.series.Monthly;

/**
 * Every slice that names at most one code of each of a few dimensions, with its running sums by month, so that the sum over
 * any span is one subtraction. Slices are numbered; slice 0 filters nothing, and the filters of one are digits of its
 * number, 0 meaning no filter. Spans are given by the index of their first month and of the month after their last.
 */
final class ScopeCube {

    private final Monthly monthly;
    private final List<Dimension> dimensions;
    private final List<List<Code>> codes;
    private final int[] strides;
    private final int months;
    private final double[][] running;
    private final int[][] wider;
    private final int[] missing;

    /** @param monthly grouped by the dimensions whose codes the slices name */
    ScopeCube(Monthly monthly, Codes known) {
        this.monthly = monthly;
        this.dimensions = monthly.groupedBy();
        this.codes = dimensions.stream().map(known::of).toList();
        this.months = index(monthly.last()) + 1;
        this.strides = new int[dimensions.size()];
        int slices = 1;
        for (int i = 0; i < strides.length; i++) {
            strides[i] = slices;
            slices *= codes.get(i).size() + 1;
        }
        this.running = new double[slices][];
        this.wider = IntStream.range(0, slices).mapToObj(this::withoutOneFilter).toArray(int[][]::new);
        this.missing = new int[months + 1];
        for (int i = 0; i < months; i++) {
            missing[i + 1] = missing[i] + (monthly.covers(month(i)) ? 0 : 1);
        }
        monthly.groups().forEach(this::add);
        for (double[] sums : running) {
            for (int i = 0; sums != null && i < months; i++) {
                sums[i + 1] += sums[i];
            }
        }
    }

    /** Adds the group to every slice that it lies in: for each dimension its code, or no filter. */
    private void add(Group group) {
        double[] values = new double[months];
        for (int i = 0; i < months; i++) {
            values[i] = monthly.value(group, month(i)).orElse(0);
        }
        forEachSlice(group, 0, 0, slice -> {
            if (running[slice] == null) {
                running[slice] = new double[months + 1];
            }
            for (int i = 0; i < months; i++) {
                running[slice][i + 1] += values[i];
            }
        });
    }

    private void forEachSlice(Group group, int dimension, int slice, IntConsumer action) {
        if (dimension == strides.length) {
            action.accept(slice);
            return;
        }
        forEachSlice(group, dimension + 1, slice, action);
        int digit = group.codes().get(dimension).ordinal() + 1;
        forEachSlice(group, dimension + 1, slice + digit * strides[dimension], action);
    }

    /** Those that have a figure in any month and no more filters than that. */
    int[] slices(int mostFilters) {
        return IntStream.range(0, running.length)
                .filter(slice -> running[slice] != null && wider[slice].length <= mostFilters)
                .toArray();
    }

    int months() {
        return months;
    }

    YearMonth month(int index) {
        return monthly.first().plusMonths(index);
    }

    /** May lie outside. */
    int index(YearMonth month) {
        return (int) monthly.first().until(month, ChronoUnit.MONTHS);
    }

    boolean covers(int from, int to) {
        return from >= 0 && to <= months && missing[to] == missing[from];
    }

    double sum(int slice, int from, int to) {
        return running[slice][to] - running[slice][from];
    }

    int filters(int slice) {
        return wider[slice].length;
    }

    /** The slices with one of its filters taken away. */
    int[] wider(int slice) {
        return wider[slice];
    }

    private int[] withoutOneFilter(int slice) {
        return IntStream.range(0, strides.length)
                .filter(dimension -> digit(slice, dimension) > 0)
                .map(dimension -> slice - digit(slice, dimension) * strides[dimension])
                .toArray();
    }

    /** The code that each of its filters names. */
    Map<Dimension, Code> named(int slice) {
        Map<Dimension, Code> named = new EnumMap<>(Dimension.class);
        for (int i = 0; i < strides.length; i++) {
            if (digit(slice, i) > 0) {
                named.put(dimensions.get(i), codes.get(i).get(digit(slice, i) - 1));
            }
        }
        return named;
    }

    /** The releases that serve a month of the span. */
    List<Release> releases(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(this::month)
                .flatMap(month -> monthly.release(month).stream())
                .distinct()
                .toList();
    }

    private int digit(int slice, int dimension) {
        return slice / strides[dimension] % (codes.get(dimension).size() + 1);
    }
}
