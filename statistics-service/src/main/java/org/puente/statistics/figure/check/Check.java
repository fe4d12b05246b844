package org.puente.statistics.figure.check;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.puente.kit.forwarded.PublicPath;
import org.puente.kit.wording.SentenceCode;
import org.puente.statistics.figure.scope.ScopeMatch;

/** The outcome of comparing a figure with the official data. */
@Schema(
        name = "FigureCheck",
        requiredProperties = {
            "verdict",
            "then",
            "now",
            "judgedBy",
            "difference",
            "rule",
            "ruleCode",
            "why",
            "whyCode",
            "notes",
            "noteCodes"
        },
        description = "The outcome of comparing a figure with the official data")
public record Check(
        @Schema(
                description = "What the check concludes",
                implementation = String.class,
                enumeration = {
                    "matches-then",
                    "matches-now",
                    "rounded",
                    "scope-mismatch",
                    "peak-not-mean",
                    "contradicted",
                    "not-testable",
                    "not-reproducible"
                },
                examples = "matches-then")
        Verdict verdict,

        @Schema(
                description = "By the data as published on the day it was said; null where no day was given",
                nullable = true)
        Seen then,

        @Schema(description = "By today's data; null where there are none of this kind", nullable = true)
        Seen now,

        @Schema(
                description = "The view that decided: then or now; null where none could",
                nullable = true,
                examples = "then")
        String judgedBy,

        @Schema(description = "The deciding value minus the figure", nullable = true, examples = "0")
        BigDecimal difference,

        @Schema(
                description = "The tolerance rule that was used, and what it allows",
                nullable = true,
                examples = "exactly: equal when rounded to the last digit as written")
        String rule,

        @Schema(
                description = "The code of the rule, for clients that say it in another language",
                nullable = true,
                examples = "exactly")
        String ruleCode,

        @Schema(
                description = "One sentence",
                examples = "The data as published by 2023-12-28 give 242,418 encounters; today's give 242,399.")
        String why,

        @Schema(
                description =
                        "What the sentence says: as-published, as-published-then, as-published-now, then-not-carried,"
                                + " peak-possible, peak-below-mean, other-scope, not-carried or no-data",
                examples =
                        "{\"code\": \"as-published\", \"values\": {\"asOf\": \"2023-12-28\", \"now\": 242399, \"then\": 242418, \"unit\": \"encounters\"}}")
        SentenceCode whyCode,

        @Schema(description = "What else a reader should know, in sentences")
        List<String> notes,

        @Schema(
                description =
                        "What each note says, in the order of the notes: mean-of-whole-months, ranked-among, compared or"
                                + " next-one",
                examples =
                        "[{\"code\": \"mean-of-whole-months\", \"values\": {\"from\": \"2023-12\", \"to\": \"2023-12\"}}]")
        List<SentenceCode> noteCodes,

        @Schema(description = "With scope-mismatch: what the figure is right for, the simplest first")
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<ScopeMatch> rightFor) {

    /** What one view of the data says. */
    @Schema(
            name = "FigureSeen",
            requiredProperties = {"asOf", "value", "unit", "permalink", "releases"},
            description = "What one view of the data says")
    public record Seen(
            @Schema(
                    description = "The day up to which publications count; null for all of them",
                    nullable = true,
                    examples = "2023-12-28")
            String asOf,

            @Schema(
                    description = "In the unit of the metric; null where this view can't carry the query",
                    nullable = true,
                    examples = "242418")
            BigDecimal value,

            @Schema(examples = "encounters") String unit,

            @Schema(
                    description = "The monthly series behind the value, pinned to its releases",
                    nullable = true,
                    examples =
                            "/v1/encounters/series?measure=encounters&region=southwest&from=2023-11&to=2023-11&release=encounters-first-prints-2023-12-22")
            @JsonSerialize(using = PublicPath.class)
            String permalink,

            @Schema(description = "The monthly series that it was compared with", nullable = true)
            @JsonInclude(JsonInclude.Include.NON_NULL)
            @JsonSerialize(using = PublicPath.class)
            String comparedPermalink,

            @Schema(description = "Ids of the releases behind the value")
            List<String> releases,

            @Schema(description = "Why this view can't carry the query", nullable = true)
            @JsonInclude(JsonInclude.Include.NON_NULL)
            String reason,

            @Schema(
                    description =
                            "What the reason says: not-covered, not-resolved, not-whole-months, compared-with-zero or no-data",
                    nullable = true)
            @JsonInclude(JsonInclude.Include.NON_NULL)
            SentenceCode reasonCode) {}
}
