package org.puente.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.puente.kit.conditional.IfMatch;
import org.puente.kit.problem.Refusal;

class IfMatchTest {

    private static void demandSecond(String header) {
        IfMatch.of(header).demand("2-ab"::equals, "It is the second now");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"2-ab\"", "\"1-cd\", \"2-ab\"", "*", " \"2-ab\" ,\"9\""})
    void thePresentVersionIsAmongTheKnownOnes(String header) {
        assertThatCode(() -> demandSecond(header)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"1-cd\"", "2-ab", "W/\"2-ab\"", "'x'", "\"\"", ","})
    void anythingElseIsStale(String header) {
        assertThatThrownBy(() -> demandSecond(header))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.STALE))
                .hasMessage("It is the second now");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " "})
    void aMissingHeaderIsAskedFor(String header) {
        assertThatThrownBy(() -> IfMatch.of(header))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("send the ETag of the version that you change");
    }
}
