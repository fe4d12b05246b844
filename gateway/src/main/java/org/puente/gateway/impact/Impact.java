package org.puente.gateway.impact;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.puente.gateway.commitment.Evaluation;
import org.puente.gateway.diplomacy.Agreement;
import org.puente.gateway.diplomacy.Commitment;
import org.puente.gateway.statistics.Change;
import org.puente.gateway.upstream.Missing;
import org.puente.kit.wording.SentenceCode;

/** What changed after an agreement. */
@Schema(description = "What changed after an agreement, and what else happened meanwhile; never that it was the cause")
public record Impact(
        Agreement agreement,

        @Schema(description = "The day from which the agreement counts", examples = "2023-05-11")
        LocalDate event,

        @Schema(description = "Which of its actions that day is from", examples = "entered-into-force")
        String action,

        @Schema(description = "The nationalities that it concerns; empty where it concerns all", examples = "[\"CUB\"]")
        List<String> nationalities,

        @Schema(description = "One sentence with its numbers; null where statistics is missing", nullable = true)
        String headline,

        @Schema(
                description =
                        "What the headline says, for clients that say it in another language: changed-after-agreement, or"
                                + " that of `change` where it refuses; null where statistics is missing",
                nullable = true,
                examples =
                        "{\"code\": \"changed-after-agreement\", \"values\": {\"contrastP\": 0.06, \"contrastPercent\": -40.1, \"meanwhile\": [\"Title 42 ends\"], \"months\": 12, \"percent\": -38.4}}")
        @Ignore
        SentenceCode headlineCode,

        @Schema(
                description = "strong, moderate, weak or refused; null where missing",
                nullable = true,
                examples = "weak")
        String confidence,

        @Schema(nullable = true) Change change,

        @Schema(
                description =
                        "What else was in effect in the months after, more so than in the same months of the year before, the"
                                + " fullest overlap first, at most 20; null where missing")
        List<Rival> rivals,

        @Schema(description = "Its commitments that have a number to go by; null where missing")
        List<Evaluated> commitments,

        List<Missing> missing) {

    /** A commitment with its number. */
    @Schema(name = "EvaluatedCommitment", description = "A commitment with what its number says")
    public record Evaluated(
            Commitment commitment, @Schema(nullable = true) Evaluation evaluation) {}
}
