package org.puente.diplomacy.record;

import jakarta.inject.Singleton;
import jakarta.validation.Validator;

/** Every rule that a document must keep by itself, whatever else the service knows. */
@Singleton
public class Rules {

    private final Validator validator;

    Rules(Validator validator) {
        this.validator = validator;
    }

    /** Adds what is wrong with single fields, then with fields together. */
    public void check(Written content, Violations violations) {
        validator
                .validate(content)
                .forEach(found -> violations.add(found.getPropertyPath().toString(), found.getMessage()));
        content.check(violations);
    }
}
