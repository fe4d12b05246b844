package org.puente.diplomacy.commitment;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** How well a commitment is kept. */
public enum Rating {
    @JsonProperty("not-started")
    NOT_STARTED,
    @JsonProperty("in-the-works")
    IN_THE_WORKS,
    @JsonProperty("stalled")
    STALLED,
    @JsonProperty("kept")
    KEPT,
    @JsonProperty("partly-kept")
    PARTLY_KEPT,
    @JsonProperty("broken")
    BROKEN;

    /** The word that stands in JSON. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether the rating is a verdict that nobody may give without evidence. */
    boolean needsEvidence() {
        return this == KEPT || this == BROKEN;
    }
}
