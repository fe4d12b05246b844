package org.puente.diplomacy.ledger;

import org.puente.kit.problem.Refusal;

/** A version is asked to take a step that its state doesn't allow. */
public class IllegalMove extends Refusal {

    private static final long serialVersionUID = 1L;

    IllegalMove(String rule) {
        super(Kind.CONFLICT, rule);
    }
}
