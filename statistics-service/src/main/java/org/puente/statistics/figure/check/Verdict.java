package org.puente.statistics.figure.check;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.puente.kit.problem.Refusal;

/** What a check concludes. */
public enum Verdict {
    /** Right by the data as published on the day it was said. */
    MATCHES_THEN,
    /** Right by today's data; those of the day said otherwise or can't carry the query. */
    MATCHES_NOW,
    /** Not the number itself, but within what its wording or its digits allow. */
    ROUNDED,
    /** Wrong for what it was said of, right for another slice of the data. */
    SCOPE_MISMATCH,
    /** Said of the highest day, where the data only hold means. */
    PEAK_NOT_MEAN,
    /** The data say something else. */
    CONTRADICTED,
    /** Puente holds no official data of this kind, or no number was given. */
    NOT_TESTABLE,
    /** Official data of this kind exist, but none that is imported carries the query. */
    NOT_REPRODUCIBLE;

    /** @throws Refusal as invalid, with the valid codes */
    @JsonCreator
    public static Verdict parse(String code) {
        return Arrays.stream(values())
                .filter(verdict -> verdict.code().equals(code))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid(
                        "verdict",
                        "'" + code + "' is not known; valid values are "
                                + Arrays.stream(values()).map(Verdict::code).collect(Collectors.joining(", "))));
    }

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
