package org.puente.statistics.cube;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.puente.statistics.dataset.Code;
import org.puente.statistics.dataset.Codes;
import org.puente.statistics.dataset.Dimension;
import org.puente.statistics.dataset.Measure;
import org.puente.statistics.release.ReleaseKind;

class CubeDraftTest {

    private static final ReleaseKind KIND = ReleaseKind.DRUG_SEIZURES;
    private static final int APRIL = 2020 * 12 + 3;

    private final Codes codes = codes();
    private final List<String> repeats = new ArrayList<>();

    private static Codes codes() {
        Map<Dimension, List<Code>> codes = new EnumMap<>(Dimension.class);
        for (Dimension dimension : KIND.dimensions()) {
            codes.put(
                    dimension,
                    IntStream.range(0, dimension.open() ? 256 : 3)
                            .mapToObj(i -> new Code(i, "c" + i, "c" + i, "c" + i))
                            .toList());
        }
        return new Codes(codes);
    }

    /** Region, component, land, area, drug. */
    private static long cell(int... ordinals) {
        long packed = 0;
        for (int ordinal : ordinals) {
            packed = packed * 256 + ordinal;
        }
        return packed;
    }

    private Cube built(CubeDraft draft) {
        return draft.build(codes, (line, first) -> repeats.add(line + " as " + first))
                .orElse(null);
    }

    @Test
    void cellsInAnyOrderMakeTheCubeThatSortedOnesMake() {
        CubeDraft draft = new CubeDraft(KIND);
        draft.add(2, APRIL + 1, cell(2, 1, 0, 255, 0), new long[] {7, 1});
        draft.add(3, APRIL, cell(2, 2, 2, 255, 255), new long[] {5_000_000_000L, 2});
        draft.add(4, APRIL + 1, cell(0, 1, 0, 255, 200), new long[] {3, 3});
        draft.add(5, APRIL, cell(0, 0, 0, 0, 0), new long[] {0, 1});
        draft.add(6, APRIL, cell(2, 2, 2, 255, 3), new long[] {9, 4});

        CubeBuilder sorted = new CubeBuilder(KIND.dimensions(), List.of(Measure.WEIGHT, Measure.EVENTS), codes);
        assertThat(sorted.order()).endsWith(Dimension.DRUG);
        sorted.add(APRIL, new int[] {0, 0, 0, 0, 0}, new long[] {0, 1});
        sorted.add(APRIL, new int[] {2, 2, 2, 255, 3}, new long[] {9, 4});
        sorted.add(APRIL, new int[] {2, 2, 2, 255, 255}, new long[] {5_000_000_000L, 2});
        sorted.add(APRIL + 1, new int[] {0, 1, 0, 255, 200}, new long[] {3, 3});
        sorted.add(APRIL + 1, new int[] {2, 1, 0, 255, 0}, new long[] {7, 1});

        assertThat(built(draft)).usingRecursiveComparison().isEqualTo(sorted.build());
        assertThat(repeats).isEmpty();
    }

    @Test
    void aCellThatWasThereAlreadyIsToldWithItsFirstLine() {
        CubeDraft draft = new CubeDraft(KIND);
        for (int line = 2; line < 8; line++) {
            draft.add(line, APRIL, cell(0, 0, 0, 0, line % 2), new long[] {1, 1});
        }
        draft.add(8, APRIL + 1, cell(0, 0, 0, 0, 0), new long[] {1, 1});
        assertThat(built(draft)).isNull();
        assertThat(repeats).containsExactlyInAnyOrder("4 as 2", "6 as 2", "5 as 3", "7 as 3");
    }

    @Test
    void moreCellsThanItMayKeepMakeNoCube() {
        CubeDraft full = new CubeDraft(KIND, 2);
        CubeDraft overfull = new CubeDraft(KIND, 2);
        for (int drug = 0; drug < 3; drug++) {
            overfull.add(drug + 2, APRIL, cell(0, 0, 0, 0, drug), new long[] {1, 1});
            if (drug < 2) {
                full.add(drug + 2, APRIL, cell(0, 0, 0, 0, drug), new long[] {1, 1});
            }
        }
        assertThat(built(full).cells()).isEqualTo(2);
        assertThat(built(overfull)).isNull();
        assertThat(repeats).isEmpty();
    }
}
