package org.puente.diplomacy.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.puente.diplomacy.agreement.PartyAction.ActionKind;
import org.puente.diplomacy.record.StatusSpan;
import org.puente.diplomacy.record.Violations;

class LifecycleTest {

    private static final List<String> TWO = List.of("USA", "MEX");
    private static final List<String> THREE = List.of("USA", "MEX", "CAN");

    /** Each action as kind@day of January 2020, with /PARTY where one party did it. */
    private static List<PartyAction> actions(String text) {
        return Arrays.stream(text.split(" "))
                .map(action -> {
                    String[] parts = action.split("[@/]");
                    return new PartyAction(
                            ActionKind.valueOf(parts[0].toUpperCase().replace('-', '_')),
                            LocalDate.of(2020, 1, Integer.parseInt(parts[1])),
                            null,
                            parts.length > 2 ? parts[2] : null,
                            null,
                            null);
                })
                .toList();
    }

    private static String statusOn(List<String> parties, String actions, int day, String who) {
        return Lifecycle.of(parties, actions(actions)).spans().stream()
                .filter(span -> span.party().equals(who) && span.covers(LocalDate.of(2020, 1, day)))
                .findFirst()
                .orElseThrow()
                .status();
    }

    @ParameterizedTest
    @CsvSource({
        "announced@2, 1, not-yet",
        "announced@2, 2, announced",
        "announced@2 signed@4/USA, 3, announced",
        "announced@2 signed@4/USA, 4, partly-signed",
        "announced@2 signed@4/USA signed@6/MEX, 6, signed",
        "announced@2 signed@4 entered-into-force@8/USA, 8, signed",
        "announced@2 signed@4 entered-into-force@8/USA entered-into-force@9/MEX, 9, in-force",
        "announced@2 entered-into-force@3 suspended@5/MEX, 5, suspended",
        "announced@2 entered-into-force@3 suspended@5/MEX resumed@7/MEX, 7, in-force",
        "announced@2 entered-into-force@3 ended@5/MEX, 5, ended",
        "announced@2 entered-into-force@3 superseded@5, 4, in-force",
        "announced@2 entered-into-force@3 superseded@5, 5, superseded",
        "announced@2 entered-into-force@2, 2, in-force"
    })
    void twoPartiesAreBoundTogether(String actions, int day, String status) {
        assertThat(statusOn(TWO, actions, day, StatusSpan.WHOLE)).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
        "announced@2 entered-into-force@3 ended@5/CAN, 5, in-force",
        "announced@2 entered-into-force@3 ended@5/CAN ended@6/MEX, 6, ended",
        "announced@2 entered-into-force@3 suspended@5/CAN, 5, in-force",
        "announced@2 entered-into-force@3/USA entered-into-force@4/MEX, 4, in-force"
    })
    void threePartiesGoOnAsLongAsTwoAreLeft(String actions, int day, String status) {
        assertThat(statusOn(THREE, actions, day, StatusSpan.WHOLE)).isEqualTo(status);
    }

    @Test
    void eachPartyHasAStatusOfItsOwn() {
        String actions = "announced@2 signed@4/USA";
        assertThat(statusOn(TWO, actions, 5, "USA")).isEqualTo("signed");
        assertThat(statusOn(TWO, actions, 5, "MEX")).isEqualTo("announced");
    }

    @Test
    void spansOfTheWholeCoverEveryDayOnceAndLast() {
        List<StatusSpan> spans =
                Lifecycle.of(TWO, actions("announced@2 entered-into-force@3 suspended@5 resumed@7 ended@9"))
                        .spans()
                        .stream()
                        .filter(span -> span.party().equals(StatusSpan.WHOLE))
                        .toList();
        assertThat(spans.get(0).from()).isEqualTo(StatusSpan.BEGINNING);
        for (int i = 1; i < spans.size(); i++) {
            assertThat(spans.get(i).from()).isEqualTo(spans.get(i - 1).until());
        }
        assertThat(spans.get(spans.size() - 1).until()).isNull();
        assertThat(spans)
                .extracting(StatusSpan::status)
                .containsExactly("not-yet", "announced", "in-force", "suspended", "in-force", "ended");
    }

    @ParameterizedTest
    @CsvSource({
        "entered-into-force@2, actions[0].kind, enters into force once, after it was announced or signed",
        "announced@2 entered-into-force@3 ended@4 ended@5, actions[3].kind, ends once",
        "announced@2 announced@3, actions[1].kind, announced once",
        "announced@2 resumed@3, actions[1].kind, only what is suspended can be resumed",
        "announced@2 suspended@3, actions[1].kind, only what is in force can be suspended",
        "announced@2 entered-into-force@3 signed@4, actions[2].kind, before it enters into force",
        "announced@2 superseded@3 entered-into-force@4, actions[2].kind, enters into force once",
        "announced@3 signed@2, actions[1].date, must not be before the action above it (2020-01-03)",
        "announced@2 signed@3/GTM, actions[1].party, is not a party to this agreement"
    })
    void illegalSequenceIsRefusedWithTheRuleThatItBreaks(String actions, String field, String rule) {
        Violations violations = new Violations();
        Lifecycle.check(TWO, actions(actions), violations);
        assertThat(violations.toString()).startsWith(field).contains(rule);
    }

    @Test
    void legalSequenceBreaksNoRule() {
        Violations violations = new Violations();
        Lifecycle.check(
                THREE,
                actions("announced@1 signed@2/USA signed@3/MEX entered-into-force@4/USA entered-into-force@4/MEX "
                        + "suspended@5/MEX resumed@6/MEX ended@7/MEX"),
                violations);
        assertThat(violations.isEmpty()).isTrue();
    }
}
