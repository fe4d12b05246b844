package org.puente.diplomacy.commitment;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.puente.diplomacy.record.Coded;

/** How well a commitment is kept. */
public enum Rating implements Coded {
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

    /** Whether the rating is a verdict that nobody may give without evidence. */
    boolean needsEvidence() {
        return this == KEPT || this == BROKEN;
    }
}
