package org.puente.diplomacy.money;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.puente.diplomacy.record.Coded;

/** How firm a sum of money is, the least firm first; from the commitment on the words are those of IATI and of budgets. */
public enum Rung implements Coded {
    @JsonProperty("ask")
    ASK,
    @JsonProperty("offer")
    OFFER,
    @JsonProperty("pledge")
    PLEDGE,
    @JsonProperty("commitment")
    COMMITMENT,
    @JsonProperty("appropriation")
    APPROPRIATION,
    @JsonProperty("obligation")
    OBLIGATION,
    @JsonProperty("disbursement")
    DISBURSEMENT;
}
