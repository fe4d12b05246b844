package org.puente.diplomacy.record;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether the sources say it themselves or presuppose it. */
public enum Basis {
    @JsonProperty("reported")
    REPORTED,
    /** Public record that the sources take for granted. */
    @JsonProperty("background")
    BACKGROUND;

    /** What has no basis noted is reported. */
    public static Basis orReported(Basis basis) {
        return basis == null ? REPORTED : basis;
    }
}
