package org.puente.gateway.statistics;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.puente.kit.wording.SentenceCode;

/** What changed after an event, as the statistics service computes it. */
@Schema(name = "ImpactChange", description = "What changed after an event; docs/methods.md has the formulas")
public record Change(
        LocalDate event,

        @Schema(description = "The first full month after the event", examples = "2023-06")
        String firstFullMonth,

        List<Window> windows,

        @Schema(description = "Against other nationalities over the same months; null where it isn't possible")
        Contrast contrast,

        String headline,

        @Schema(description = "What the headline says, for clients that say it in another language") @Ignore
        SentenceCode headlineCode,

        @Schema(description = "strong, moderate, weak or refused", examples = "weak")
        String confidence,

        List<String> warnings,

        @Schema(
                description = "What each warning says, in the order of the warnings",
                examples = "[{\"code\": \"month-split\", \"values\": {\"month\": \"2023-05\"}}]")
        @Ignore
        List<SentenceCode> warningCodes,

        List<Source> releases) {

    /** One of several changes; {@code refused} says why there is none. */
    public record Outcome(Change change, String refused) {}

    /** Several changes, in the order in which they were asked for. */
    public record Changes(List<Outcome> items) {}

    /** An official file that the comparison was made from. */
    @Schema(name = "ImpactSource", description = "An official file that the comparison was made from")
    public record Source(
            String id, @Schema(examples = "2024-10") String publishedOn) {}

    /** Ratios of daily means over some full months. */
    @Schema(name = "ImpactWindow", description = "Ratios of daily means over some full months after the event")
    public record Window(
            int months,
            @Schema(nullable = true) Double rawRatio,
            @Schema(nullable = true) Double sameMonthsYearBefore,
            @Schema(nullable = true) Double ratioOfRatios) {}

    /** A comparison with nationalities that the agreement doesn't concern. */
    @Schema(name = "ImpactContrast", description = "Change of the nationalities against that of others")
    public record Contrast(
            int months,
            double estimate,
            @Schema(description = "Ratio of the two ratios") double ratio,

            @Schema(description = "Permutation p over the others")
            double p) {}

    /** The longest window that could be compared with the same months of the year before. */
    public Optional<Window> headlineWindow() {
        return windows.stream()
                .filter(window -> window.sameMonthsYearBefore() != null)
                .reduce((shorter, longer) -> longer.months() > shorter.months() ? longer : shorter);
    }
}
