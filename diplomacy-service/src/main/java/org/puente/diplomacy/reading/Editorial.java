package org.puente.diplomacy.reading;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.puente.diplomacy.ledger.State;

/** Which version of a record this is, and since when it has been known. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "Which version of a record this is, and since when Puente has known it")
public record Editorial(
        @Schema(required = true, description = "How far the version has come on its way to the public")
        State state,

        @Schema(required = true, description = "Counts the versions of a record from 1", examples = "1")
        int version,

        @Schema(required = true, description = "When it became public or, for a draft, was written")
        Instant knownSince,

        @Schema(description = "Why it was written, where its author gave a reason")
        String reason,

        @Schema(description = "When it was taken back; only editors and reviewers still see it then")
        Instant withdrawnAt,

        @Schema(description = "Why it was taken back") String withdrawalReason) {

    static Editorial of(Edition edition, Lens lens) {
        State state = edition.stateAt(lens.asOf());
        Instant since = state.isPublic() ? edition.publicFrom() : edition.recordedFrom();
        boolean withdrawn = edition.withdrawalReason() != null
                && (lens.asOf() == null || !edition.publicTo().isAfter(lens.asOf()));
        return new Editorial(
                state,
                edition.number(),
                since,
                edition.reason(),
                withdrawn ? edition.publicTo() : null,
                withdrawn ? edition.withdrawalReason() : null);
    }
}
