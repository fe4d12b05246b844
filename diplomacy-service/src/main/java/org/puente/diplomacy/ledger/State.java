package org.puente.diplomacy.ledger;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** How far a version has come on its way to the public. */
public enum State {
    @JsonProperty("draft")
    DRAFT,
    @JsonProperty("reviewed")
    REVIEWED,
    @JsonProperty("published")
    PUBLISHED,
    /** Published in place of an earlier version, which stays readable. */
    @JsonProperty("corrected")
    CORRECTED;

    /** The word that stands in JSON and in the database. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads {@link #code}. */
    public static State of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /** Whether the public may read it. */
    public boolean isPublic() {
        return this == PUBLISHED || this == CORRECTED;
    }
}
