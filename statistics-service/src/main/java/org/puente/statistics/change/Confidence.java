package org.puente.statistics.change;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How much a headline can be relied on; {@link Finding} has the rules. */
public enum Confidence {
    STRONG,
    MODERATE,
    WEAK,
    REFUSED;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
