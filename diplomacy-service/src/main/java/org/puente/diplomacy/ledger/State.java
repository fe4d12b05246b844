package org.puente.diplomacy.ledger;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import org.puente.diplomacy.record.Coded;

/** How far a version has come on its way to the public. */
public enum State implements Coded {
    @JsonProperty("draft")
    DRAFT,
    @JsonProperty("reviewed")
    REVIEWED,
    @JsonProperty("published")
    PUBLISHED,
    /** Published in place of an earlier version, which stays readable. */
    @JsonProperty("corrected")
    CORRECTED;

    /** Reads {@link #code}. */
    public static State of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /** Whether the public may read it. */
    public boolean isPublic() {
        return this == PUBLISHED || this == CORRECTED;
    }
}
