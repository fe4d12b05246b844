package org.puente.statistics.figure.check;

import java.time.LocalDate;
import java.util.List;
import org.puente.kit.wording.Sentence;
import org.puente.statistics.dataset.Exact;

/**
 * What one view of the data says of a claim, or why it says nothing.
 *
 * @param asOf       the day up to which publications count, null for all of them
 * @param evaluation null where the view can't carry the query
 * @param why        as the rest of a sentence; null where it can
 */
record View(LocalDate asOf, Evaluation evaluation, Sentence why) {

    boolean carried() {
        return evaluation != null;
    }

    Check.Seen seen(String unit) {
        String day = asOf == null ? null : asOf.toString();
        return carried()
                ? new Check.Seen(
                        day,
                        Exact.of(evaluation.value()),
                        unit,
                        evaluation.permalink(),
                        evaluation.comparedPermalink(),
                        evaluation.releases(),
                        null,
                        null)
                : new Check.Seen(day, null, unit, null, null, List.of(), why.text(), why.said());
    }
}
