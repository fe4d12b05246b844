package org.puente.statistics.figure.check;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.puente.kit.problem.Refusal;

/** How the speaker related the figure to the truth. */
public enum Comparator {
    EXACTLY,
    ABOUT,
    NEARLY,
    UP_TO,
    OVER,
    UNDER,
    AT_LEAST,
    NO_MORE_THAN,
    BETWEEN;

    /** @throws Refusal as invalid, with the valid codes */
    @JsonCreator
    public static Comparator parse(String code) {
        return Arrays.stream(values())
                .filter(comparator -> comparator.code().equals(code))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid(
                        "comparator",
                        "'" + code + "' is not known; valid values are "
                                + Arrays.stream(values()).map(Comparator::code).collect(Collectors.joining(", "))));
    }

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
