package org.puente.diplomacy.money;

import java.util.ArrayList;
import java.util.List;
import org.puente.diplomacy.money.Ladder.Sum;
import org.puente.kit.wording.Sentence;

/** What must not be read into sums that stand side by side. */
final class LadderNotes {

    private LadderNotes() {}

    static List<Sentence> of(List<Sum> sums) {
        List<Sentence> notes = new ArrayList<>();
        if (sums.stream().map(Sum::payer).distinct().count() > 1) {
            notes.add(
                    Sentence.of(
                            "payers-not-added",
                            "What different parties pay are plans of their own: they are not added up, and no total of them exists"));
        }
        if (sums.stream().map(Sum::rung).distinct().count() > 1) {
            notes.add(Sentence.of(
                    "rungs-not-added", "Rungs are not added up: the same money can stand on several of them"));
        }
        if (sums.stream().map(Sum::currency).distinct().count() > 1) {
            notes.add(Sentence.of("currencies-not-converted", "Currencies are not converted"));
        }
        return notes;
    }
}
