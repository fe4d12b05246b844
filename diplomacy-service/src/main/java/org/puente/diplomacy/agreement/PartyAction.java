package org.puente.diplomacy.agreement;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.puente.diplomacy.record.Coded;
import org.puente.diplomacy.record.Precision;
import org.puente.diplomacy.record.Slug;

/**
 * What a party did about an agreement on a day.
 *
 * @param party   who did it; null where all parties did
 * @param sources slugs of sources for this action alone; null or empty where those of the agreement serve
 */
@Schema(description = "What a party, or all of them, did about an agreement on a day")
public record PartyAction(
        @NotNull ActionKind kind,
        @NotNull LocalDate date,
        Precision precision,

        @Schema(description = "Who did it; all parties where it is missing") @Slug
        String party,

        @Size(max = 1000) String note,
        @Size(max = 50) List<@NotNull @Slug String> sources) {

    /** Actions, named as the UN Treaty Collection does. */
    public enum ActionKind implements Coded {
        @JsonProperty("announced")
        ANNOUNCED("announced"),
        @JsonProperty("signed")
        SIGNED("signed"),
        @JsonProperty("entered-into-force")
        ENTERED_INTO_FORCE("in force"),
        @JsonProperty("suspended")
        SUSPENDED("suspended"),
        @JsonProperty("resumed")
        RESUMED("resumed"),
        @JsonProperty("ended")
        ENDED("ended"),
        @JsonProperty("superseded")
        SUPERSEDED("superseded");

        private final String words;

        ActionKind(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    boolean concerns(String who) {
        return party == null || party.equals(who);
    }
}
