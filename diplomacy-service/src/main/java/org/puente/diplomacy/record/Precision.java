package org.puente.diplomacy.record;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How far a date can be trusted. */
public enum Precision implements Coded {
    @JsonProperty("day")
    DAY,
    @JsonProperty("month")
    MONTH,
    @JsonProperty("year")
    YEAR;

    /** A date without a precision is known to the day. */
    public static Precision orDay(Precision precision) {
        return precision == null ? DAY : precision;
    }
}
