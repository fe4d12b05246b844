package org.puente.statistics.figure.check;

/** A view can't carry a query; the message says why, as the rest of a sentence. */
final class Uncarried extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Uncarried(String why) {
        super(why, null, false, false);
    }
}
