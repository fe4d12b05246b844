package org.puente.diplomacy.agreement;

import static org.puente.diplomacy.agreement.PartyAction.ActionKind.ANNOUNCED;
import static org.puente.diplomacy.agreement.PartyAction.ActionKind.ENDED;
import static org.puente.diplomacy.agreement.PartyAction.ActionKind.ENTERED_INTO_FORCE;
import static org.puente.diplomacy.agreement.PartyAction.ActionKind.RESUMED;
import static org.puente.diplomacy.agreement.PartyAction.ActionKind.SIGNED;
import static org.puente.diplomacy.agreement.PartyAction.ActionKind.SUPERSEDED;
import static org.puente.diplomacy.agreement.PartyAction.ActionKind.SUSPENDED;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Set;
import org.puente.diplomacy.agreement.PartyAction.ActionKind;
import org.puente.diplomacy.record.Coded;

/** Where an agreement stands on a day, for one party or as a whole. */
public enum Status implements Coded {
    /** Nothing has happened yet. */
    @JsonProperty("not-yet")
    NOT_YET,
    @JsonProperty("announced")
    ANNOUNCED_ONLY,
    /** Signed by some parties, but not by all; only of the whole. */
    @JsonProperty("partly-signed")
    PARTLY_SIGNED,
    @JsonProperty("signed")
    SIGNED_ONLY,
    @JsonProperty("in-force")
    IN_FORCE,
    @JsonProperty("suspended")
    ON_HOLD,
    @JsonProperty("ended")
    OVER,
    @JsonProperty("superseded")
    REPLACED;

    @Override
    public String code() {
        return switch (this) {
            case ANNOUNCED_ONLY -> "announced";
            case SIGNED_ONLY -> "signed";
            case ON_HOLD -> "suspended";
            case OVER -> "ended";
            case REPLACED -> "superseded";
            default -> Coded.super.code();
        };
    }

    /** Reads {@link #code}. */
    static Status of(String code) {
        for (Status status : values()) {
            if (status.code().equals(code)) {
                return status;
            }
        }
        throw new IllegalArgumentException(code);
    }

    /** Whether the agreement can still change for a party in this status. */
    boolean alive() {
        return this != OVER && this != REPLACED;
    }

    /** Whether something is in effect in this status, or no longer is, that wasn't before. */
    boolean lasts() {
        return this == IN_FORCE || this == ON_HOLD || !alive();
    }

    /** The actions that may follow. */
    Set<ActionKind> next() {
        return switch (this) {
            case NOT_YET -> Set.of(ANNOUNCED, SIGNED);
            case ANNOUNCED_ONLY -> Set.of(SIGNED, ENTERED_INTO_FORCE, ENDED, SUPERSEDED);
            case SIGNED_ONLY -> Set.of(ENTERED_INTO_FORCE, ENDED, SUPERSEDED);
            case IN_FORCE -> Set.of(SUSPENDED, ENDED, SUPERSEDED);
            case ON_HOLD -> Set.of(RESUMED, ENDED, SUPERSEDED);
            default -> Set.of();
        };
    }

    static Status after(ActionKind action) {
        return switch (action) {
            case ANNOUNCED -> ANNOUNCED_ONLY;
            case SIGNED -> SIGNED_ONLY;
            case ENTERED_INTO_FORCE, RESUMED -> IN_FORCE;
            case SUSPENDED -> ON_HOLD;
            case ENDED -> OVER;
            case SUPERSEDED -> REPLACED;
        };
    }
}
