package org.puente.diplomacy.record;

import jakarta.inject.Singleton;
import jakarta.validation.Validator;
import java.util.Set;

/** Every rule that a document must keep by itself, whatever else the service knows. */
@Singleton
public class Rules {

    private final Validator validator;

    Rules(Validator validator) {
        this.validator = validator;
    }

    /** Adds what is wrong with single fields, then with fields together. */
    public void check(Written content, Violations violations) {
        // What couldn't be read is null here, but not because its author left it out.
        Set<String> unreadable = violations.fields();
        validator.validate(content).forEach(found -> {
            String field = found.getPropertyPath().toString();
            if (!unreadable.contains(field)) {
                violations.add(field, found.getMessage());
            }
        });
        content.check(violations);
    }
}
