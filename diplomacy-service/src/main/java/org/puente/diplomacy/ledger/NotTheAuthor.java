package org.puente.diplomacy.ledger;

import org.puente.kit.problem.Refusal;

/** Someone tries to review or publish what they wrote themselves. */
public class NotTheAuthor extends Refusal {

    private static final long serialVersionUID = 1L;

    NotTheAuthor() {
        super(Kind.FORBIDDEN, "Whoever wrote a version can't review or publish it");
    }
}
