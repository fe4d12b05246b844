package org.puente.statistics.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.puente.statistics.change.Contrast.Unit;

/** Expected values were computed by hand in Python: log((post + 0.5) / (pre + 0.5)) of each sum. */
class ContrastTest {

    private static final List<Unit> OTHERS = List.of(
            new Unit("MEX", 5000, 5100),
            new Unit("GTM", 3000, 2900),
            new Unit("HND", 2500, 2750),
            new Unit("TUR", 199, 50));

    @Test
    void comparesWithTheOthersThatWereManyEnough() {
        Contrast contrast = Contrast.of(3, with(new Unit("VEN", 1000, 2100)), Set.of("VEN"));
        assertThat(contrast.estimate()).isEqualTo(0.718146, within(1e-6));
        assertThat(contrast.ratio()).isEqualTo(2.050628, within(1e-6));
        assertThat(contrast.p()).isEqualTo(0.25);
        assertThat(contrast.donors()).extracting(Unit::citizenship).containsExactly("MEX", "GTM", "HND");
        assertThat(contrast.leftOut()).containsExactly("TUR");
    }

    @Test
    void aChangeThatOthersShowAsWellHasALargeP() {
        Contrast contrast = Contrast.of(3, with(new Unit("VEN", 1000, 1050)), Set.of("VEN"));
        assertThat(contrast.estimate()).isEqualTo(0.025237, within(1e-6));
        assertThat(contrast.p()).isEqualTo(0.75);
    }

    @Test
    void aNationalityThatDisappearsStillHasAnEstimate() {
        Contrast contrast = Contrast.of(3, with(new Unit("VEN", 1000, 0)), Set.of("VEN"));
        assertThat(contrast.estimate()).isFinite().isNegative();
    }

    @Test
    void thereIsNoContrastWithoutOthersToCompareWith() {
        assertThat(Contrast.of(
                        3,
                        List.of(new Unit("VEN", 1000, 10), new Unit("MEX", 400, 400), new Unit("TUR", 199, 1)),
                        Set.of("VEN")))
                .isNull();
    }

    private static List<Unit> with(Unit treated) {
        return java.util.stream.Stream.concat(java.util.stream.Stream.of(treated), OTHERS.stream())
                .toList();
    }
}
