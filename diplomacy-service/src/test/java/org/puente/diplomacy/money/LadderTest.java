package org.puente.diplomacy.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.puente.diplomacy.reading.Ref;
import org.puente.diplomacy.reading.Ref.PartyRef;
import org.puente.diplomacy.record.Basis;
import org.puente.diplomacy.record.Precision;
import org.puente.kit.wording.SentenceCode;

class LadderTest {

    private static final LocalDate DAY = LocalDate.of(2022, 7, 12);

    private static PledgeView pledge(
            String slug, String payer, Rung rung, String amount, String currency, String partOf, String... overlaps) {
        return new PledgeView(
                slug,
                null,
                slug,
                null,
                null,
                null,
                rung,
                new PartyRef(payer, payer, null),
                null,
                new BigDecimal(amount),
                currency,
                DAY,
                Precision.DAY,
                null,
                null,
                List.of(),
                partOf == null ? null : new Ref(partOf, partOf, null),
                List.of(),
                Arrays.stream(overlaps)
                        .map(other -> new Ref(other, other, null))
                        .toList(),
                null,
                List.of(),
                null,
                Basis.REPORTED,
                List.of(),
                null);
    }

    private static List<String> sums(Ladder ladder) {
        return ladder.sums().stream()
                .map(sum -> sum.rung().code() + " " + sum.payer().code() + " "
                        + sum.amount().toPlainString() + " " + sum.currency())
                .toList();
    }

    private static List<String> leftOut(Ladder ladder) {
        return ladder.leftOut().stream()
                .map(item -> item.pledge().slug() + " " + item.reason())
                .toList();
    }

    @Test
    void neverAddsAcrossPayersRungsOrCurrenciesAndShowsTheFirmestFirst() {
        Ladder ladder = Ladder.of(
                List.of(
                        pledge("a", "USA", Rung.PLEDGE, "3400000000", "USD", null),
                        pledge("b", "MEX", Rung.PLEDGE, "1500000000", "USD", null),
                        pledge("c", "USA", Rung.DISBURSEMENT, "10.10", "USD", null),
                        pledge("d", "USA", Rung.DISBURSEMENT, "0.20", "USD", null),
                        pledge("e", "USA", Rung.PLEDGE, "7", "MXN", null)),
                DAY,
                false);
        assertThat(sums(ladder))
                .containsExactly(
                        "disbursement USA 10.30 USD",
                        "pledge MEX 1500000000 USD",
                        "pledge USA 7 MXN",
                        "pledge USA 3400000000 USD");
        assertThat(ladder.notes()).hasSize(3);
        assertThat(ladder.noteCodes())
                .extracting(SentenceCode::code)
                .containsExactly("payers-not-added", "rungs-not-added", "currencies-not-converted");
    }

    @Test
    void leavesOutPartsOfWhatIsCountedOverAnyNumberOfSteps() {
        Ladder ladder = Ladder.of(
                List.of(
                        pledge("whole", "USA", Rung.PLEDGE, "100", "USD", null),
                        pledge("part", "USA", Rung.PLEDGE, "40", "USD", "whole"),
                        pledge("part-of-part", "USA", Rung.PLEDGE, "15", "USD", "part"),
                        pledge("paid", "USA", Rung.DISBURSEMENT, "30", "USD", "whole")),
                DAY,
                false);
        assertThat(sums(ladder)).containsExactly("disbursement USA 30 USD", "pledge USA 100 USD");
        assertThat(leftOut(ladder))
                .containsExactly(
                        "part is part of whole, which is counted", "part-of-part is part of part, which is counted");
    }

    @Test
    void countsThePartWhereTheWholeIsNotSelected() {
        Ladder ladder = Ladder.of(List.of(pledge("part", "USA", Rung.PLEDGE, "40", "USD", "whole")), DAY, false);
        assertThat(sums(ladder)).containsExactly("pledge USA 40 USD");
    }

    @Test
    void countsTheLargerOfTwoThatOverlapWhicheverSaysSo() {
        Ladder ladder = Ladder.of(
                List.of(
                        pledge("small", "USA", Rung.OFFER, "5", "USD", null, "large"),
                        pledge("large", "USA", Rung.OFFER, "9", "USD", null),
                        pledge("apart", "USA", Rung.OFFER, "2", "USD", null)),
                DAY,
                false);
        assertThat(sums(ladder)).containsExactly("offer USA 11 USD");
        assertThat(leftOut(ladder))
                .containsExactly("small overlaps with large by an unknown share, and that is counted");
    }

    @Test
    void leavesOutWhatIsDatedLater() {
        Ladder ladder = Ladder.of(List.of(pledge("a", "USA", Rung.PLEDGE, "1", "USD", null)), DAY.minusDays(1), false);
        assertThat(ladder.sums()).isEmpty();
        assertThat(leftOut(ladder)).containsExactly("a is dated 2022-07-12, after 2022-07-11");
    }
}
