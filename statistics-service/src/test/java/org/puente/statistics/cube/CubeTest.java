package org.puente.statistics.cube;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.puente.statistics.dataset.Code;
import org.puente.statistics.dataset.Codes;
import org.puente.statistics.dataset.Dimension;
import org.puente.statistics.dataset.Measure;

class CubeTest {

    private static final int NOVEMBER = 2023 * 12 + 10;
    private static final List<Dimension> DIMENSIONS =
            List.of(Dimension.REGION, Dimension.COMPONENT, Dimension.CITIZENSHIP);

    private static Codes codes(int regions, int components, int citizenships) {
        Map<Dimension, List<Code>> codes = new EnumMap<>(Dimension.class);
        codes.put(Dimension.REGION, list(regions));
        codes.put(Dimension.COMPONENT, list(components));
        codes.put(Dimension.CITIZENSHIP, list(citizenships));
        return new Codes(codes);
    }

    private static List<Code> list(int size) {
        return IntStream.range(0, size)
                .mapToObj(i -> new Code(i, "c" + i, "c" + i, "c" + i))
                .toList();
    }

    private static CubeBuilder builder() {
        return new CubeBuilder(DIMENSIONS, List.of(Measure.ENCOUNTERS), codes(3, 2, 4));
    }

    private static Cube cube() {
        CubeBuilder builder = builder();
        builder.add(NOVEMBER, new int[] {0, 0, 1}, new long[] {5});
        builder.add(NOVEMBER, new int[] {0, 0, 3}, new long[] {7});
        builder.add(NOVEMBER, new int[] {2, 1, 0}, new long[] {11});
        builder.add(NOVEMBER + 2, new int[] {0, 1, 1}, new long[] {3_000_000_000L});
        return builder.build();
    }

    private static long[] sums(Cube cube, int month, Map<Dimension, int[]> tables, int groups) {
        long[] sums = new long[groups + 1];
        cube.scan(new Cut(tables, groups), Measure.ENCOUNTERS).add(month, sums);
        return sums;
    }

    @Test
    void withoutATableEveryCellOfTheMonthCounts() {
        assertThat(sums(cube(), NOVEMBER, Map.of(), 1)).startsWith(23);
        assertThat(sums(cube(), NOVEMBER + 1, Map.of(), 1)).startsWith(0);
        assertThat(sums(cube(), NOVEMBER + 2, Map.of(), 1)).startsWith(3_000_000_000L);
    }

    @Test
    void monthsOutsideTheCubeAreEmpty() {
        assertThat(sums(cube(), NOVEMBER - 1, Map.of(), 1)).startsWith(0);
        assertThat(sums(cube(), NOVEMBER + 3, Map.of(), 1)).startsWith(0);
        assertThat(sums(builder().build(), NOVEMBER, Map.of(), 1)).startsWith(0);
    }

    @Test
    void outerAndInnerDimensionsFilter() {
        int no = Cut.REJECTED;
        assertThat(sums(cube(), NOVEMBER, Map.of(Dimension.REGION, new int[] {0, no, no}), 1))
                .startsWith(12);
        assertThat(sums(cube(), NOVEMBER, Map.of(Dimension.CITIZENSHIP, new int[] {0, no, no, 0}), 1))
                .startsWith(18);
        assertThat(sums(
                        cube(),
                        NOVEMBER,
                        Map.of(Dimension.CITIZENSHIP, new int[] {0, no, no, 0}, Dimension.COMPONENT, new int[] {no, 0}),
                        1))
                .startsWith(11);
    }

    @Test
    void outerAndInnerDimensionsGroup() {
        int no = Cut.REJECTED;
        assertThat(sums(cube(), NOVEMBER, Map.of(Dimension.CITIZENSHIP, new int[] {0, 1, no, 2}), 3))
                .startsWith(11, 5, 7);
        assertThat(sums(
                        cube(),
                        NOVEMBER,
                        Map.of(Dimension.REGION, new int[] {0, 4, 8}, Dimension.CITIZENSHIP, new int[] {0, 1, 2, 3}),
                        12))
                .startsWith(0, 5, 0, 7, 0, 0, 0, 0, 11, 0, 0, 0);
    }

    @Test
    void valuesOfEveryWidthAddUp() {
        for (long value : new long[] {1, 65_535, 65_536, Integer.MAX_VALUE, Integer.MAX_VALUE + 1L}) {
            CubeBuilder builder = builder();
            builder.add(NOVEMBER, new int[] {0, 0, 0}, new long[] {value});
            builder.add(NOVEMBER, new int[] {0, 0, 1}, new long[] {value});
            builder.add(NOVEMBER, new int[] {0, 0, 2}, new long[] {1});
            Cube cube = builder.build();
            int no = Cut.REJECTED;
            assertThat(sums(cube, NOVEMBER, Map.of(), 1)).startsWith(2 * value + 1);
            assertThat(sums(cube, NOVEMBER, Map.of(Dimension.CITIZENSHIP, new int[] {0, 0, no, no}), 1))
                    .startsWith(2 * value);
            assertThat(sums(cube, NOVEMBER, Map.of(Dimension.CITIZENSHIP, new int[] {0, 1, 2, 3}), 4))
                    .startsWith(value, value, 1, 0);
            assertThat(sums(cube, NOVEMBER, Map.of(Dimension.CITIZENSHIP, new int[] {0, 1, no, no}), 2))
                    .startsWith(value, value);
        }
    }

    @Test
    void moreCodesThanAByteNumbersStillFit() {
        CubeBuilder builder = new CubeBuilder(DIMENSIONS, List.of(Measure.ENCOUNTERS), codes(3, 2, 300));
        assertThat(builder.order()).endsWith(Dimension.REGION);
        builder.add(NOVEMBER, new int[] {0, 1, 2}, new long[] {5});
        builder.add(NOVEMBER, new int[] {1, 299, 0}, new long[] {6});
        int[] last = new int[300];
        Arrays.fill(last, 0, 299, Cut.REJECTED);
        assertThat(sums(builder.build(), NOVEMBER, Map.of(Dimension.CITIZENSHIP, last), 1))
                .startsWith(6);
    }

    @Test
    void cellsOutOfOrderAreRefused() {
        CubeBuilder builder = builder();
        builder.add(NOVEMBER, new int[] {0, 0, 1}, new long[] {5});
        assertThatThrownBy(() -> builder.add(NOVEMBER, new int[] {0, 0, 1}, new long[] {5}))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> builder.add(NOVEMBER - 1, new int[] {0, 0, 1}, new long[] {5}))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aDimensionThatTheCubeLacksIsRefused() {
        Cut cut = new Cut(Map.of(Dimension.AREA, new int[1]), 1);
        assertThatThrownBy(() -> cube().scan(cut, Measure.ENCOUNTERS)).isInstanceOf(IllegalArgumentException.class);
    }
}
