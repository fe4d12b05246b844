package org.puente.statistics.figure;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.core.EntityTag;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.puente.kit.conditional.Conditional;
import org.puente.statistics.figure.check.Claim;
import org.puente.statistics.figure.check.Verdict;

/**
 * A figure as clients see it.
 *
 * @param verdict of the data that are loaded now; only in lists, since it changes without the figure
 */
@Schema(name = "Figure", description = "A figure as said, by whom, when and where it was reported")
record FigureAnswer(
        @Schema(required = true, examples = "southwest-november-2023")
        String slug,

        @Schema(description = "Its id in the reference data", nullable = true, examples = "R06")
        String reference,

        @Schema(description = "Counts its changes, from 1 on", required = true, examples = "1")
        int version,

        @Schema(description = "Since when the ledger says this", required = true)
        Instant recordedAt,

        @Schema(description = "Why it was changed; null for the first version", nullable = true)
        String reason,

        @Schema(required = true, examples = "CBP put encounters at the southwest border in November 2023 at 242,418.")
        String statement,

        @Schema(required = true) Claim claim,
        @Schema(nullable = true, examples = "CBP") String speaker,
        @Schema(required = true) FigureSource source,
        @Schema(nullable = true) String note,

        @Schema(
                description = "In lists: what a check concludes now",
                implementation = String.class,
                examples = "matches-then")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        Verdict verdict) {

    /** The entity tag of a version: verdicts, which change with the data, are not part of it. */
    static EntityTag tag(String slug, int version) {
        return Conditional.tagOf(slug + "/" + version);
    }

    static FigureAnswer of(FigureVersion version, Verdict verdict) {
        FigureContent content = version.content();
        return new FigureAnswer(
                version.figure().slug(),
                version.figure().reference(),
                version.number(),
                version.recordedAt(),
                version.reason(),
                content.statement(),
                content.claim(),
                content.speaker(),
                content.source(),
                content.note(),
                verdict);
    }
}
