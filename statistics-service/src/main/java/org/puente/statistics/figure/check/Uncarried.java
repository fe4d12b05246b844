package org.puente.statistics.figure.check;

import org.puente.kit.wording.Sentence;

/** A view can't carry a query. */
final class Uncarried extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Sentence why;

    /** @param why as the rest of a sentence */
    Uncarried(Sentence why) {
        super(why.text(), null, false, false);
        this.why = why;
    }

    Sentence why() {
        return why;
    }
}
