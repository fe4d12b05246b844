package org.puente.benchmarks;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.puente.statistics.cube.Cube;
import org.puente.statistics.cube.CubeBuilder;
import org.puente.statistics.cube.Cut;
import org.puente.statistics.cube.Scan;
import org.puente.statistics.dataset.Code;
import org.puente.statistics.dataset.Codes;
import org.puente.statistics.dataset.Dimension;
import org.puente.statistics.dataset.Measure;
import org.puente.statistics.release.ReleaseKind;

/** 13 million generated cells with the dimensions of an encounters file by area, and queries on them. */
final class LargeCube {

    static final int CELLS = 13_000_000;
    static final int FIRST_MONTH = 2019 * 12 + 9;
    static final int MONTHS = 60;
    private static final int CITIZENSHIPS = 200;
    private static final Map<Dimension, Integer> SIZES = Map.of(
            Dimension.REGION, 3,
            Dimension.COMPONENT, 2,
            Dimension.AREA, 48,
            Dimension.DEMOGRAPHIC, 4,
            Dimension.CITIZENSHIP, CITIZENSHIPS,
            Dimension.AUTHORITY, 2,
            Dimension.TYPE, 3);

    private LargeCube() {}

    static Cube generate() {
        CubeBuilder builder =
                new CubeBuilder(ReleaseKind.ENCOUNTERS_BY_AREA.dimensions(), List.of(Measure.ENCOUNTERS), codes());
        List<Dimension> outer = new ArrayList<>(builder.order());
        outer.remove(Dimension.CITIZENSHIP);
        int combinations = outer.stream().mapToInt(SIZES::get).reduce(1, Math::multiplyExact);
        double kept = (double) CELLS / MONTHS / combinations / CITIZENSHIPS;
        SplittableRandom random = new SplittableRandom(2023);
        int[] cell = new int[outer.size() + 1];
        long[] amount = new long[1];
        for (int month = 0; month < MONTHS; month++) {
            for (int combination = 0; combination < combinations; combination++) {
                // Whole runs are there or not, as most combinations of area, region and type never occur together.
                boolean there = random.nextDouble() < Math.min(1, kept * 2);
                int rest = combination;
                for (int i = outer.size() - 1; i >= 0; i--) {
                    cell[i] = rest % SIZES.get(outer.get(i));
                    rest /= SIZES.get(outer.get(i));
                }
                for (int citizenship = 0; there && citizenship < CITIZENSHIPS; citizenship++) {
                    if (random.nextBoolean()) {
                        cell[outer.size()] = citizenship;
                        amount[0] = 1 + random.nextInt(500);
                        builder.add(FIRST_MONTH + month, cell, amount);
                    }
                }
            }
        }
        return builder.build();
    }

    private static Codes codes() {
        Map<Dimension, List<Code>> codes = new EnumMap<>(Dimension.class);
        SIZES.forEach((dimension, size) -> codes.put(
                dimension,
                IntStream.range(0, size)
                        .mapToObj(i -> new Code(i, "c" + i, "c" + i, "c" + i))
                        .toList()));
        return new Codes(codes);
    }

    /** Groups by citizenship and lets only the first code of the other dimensions through. */
    static Cut byCitizenship(Dimension... others) {
        Map<Dimension, int[]> tables = new EnumMap<>(Dimension.class);
        tables.put(Dimension.CITIZENSHIP, IntStream.range(0, CITIZENSHIPS).toArray());
        for (Dimension filtered : others) {
            tables.put(
                    filtered,
                    IntStream.range(0, SIZES.get(filtered))
                            .map(i -> i == 0 ? 0 : Cut.REJECTED)
                            .toArray());
        }
        return new Cut(tables, CITIZENSHIPS);
    }

    /** Month by month, as the engine does it. @return the sum of all, so that nothing can be left out */
    static long read(Cube cube, Cut cut) {
        Scan scan = cube.scan(cut, Measure.ENCOUNTERS);
        long total = 0;
        for (int month = 0; month < MONTHS; month++) {
            long[] sums = new long[cut.groups() + 1];
            scan.add(FIRST_MONTH + month, sums);
            for (int i = 0; i < cut.groups(); i++) {
                total += sums[i];
            }
        }
        return total;
    }
}
