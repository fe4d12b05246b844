package org.puente.gateway.impact;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.puente.gateway.diplomacy.TimelineEntry;

/** Something else that was in effect in the months after an agreement and may explain a change as well. */
@Schema(description = "Something else that was in effect in the months after and may explain a change as well")
public record Rival(
        @Schema(examples = "event") String kind,
        @Schema(examples = "2023-05-11") LocalDate date,

        @Schema(
                description =
                        "The first day on which it was no longer in effect: the next day for a moment, null while it lasts",
                nullable = true,
                examples = "2024-01-04")
        LocalDate until,

        String title,

        @Schema(
                description = "What happened to the record, in a code; null for what is its own record",
                nullable = true,
                examples = "suspended")
        String state,

        String link,
        TimelineEntry.Name record,

        @Schema(
                description =
                        "Share of the days of the months after on which it was in effect. A measure counts until it ends,"
                                + " the end of a policy or an agreement in force until that changes again, a moment for its day.",
                examples = "1.0")
        double overlap,

        @Schema(
                description =
                        "The same share of the months of the year before, which those are compared with. The less, the"
                                + " better it could explain a change; nothing is listed where it isn't below the overlap.",
                examples = "0.058")
        double overlapBefore) {

    static Rival of(TimelineEntry entry, Months after, Months before) {
        return new Rival(
                entry.kind(),
                entry.date(),
                entry.over(),
                entry.title(),
                entry.state(),
                entry.link(),
                entry.record(),
                rounded(after.shareOf(entry.date(), entry.over())),
                rounded(before.shareOf(entry.date(), entry.over())));
    }

    private static double rounded(double share) {
        return Math.round(share * 1000) / 1000.0;
    }

    boolean isFull() {
        return overlap >= 1;
    }

    /** How sharply it tells the months after from those before: 1 where it was in effect in the former alone. */
    double contrast() {
        return overlap - overlapBefore;
    }
}
