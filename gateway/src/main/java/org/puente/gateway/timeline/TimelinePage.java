package org.puente.gateway.timeline;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.puente.gateway.diplomacy.Ref;
import org.puente.gateway.diplomacy.TimelineEntry;
import org.puente.gateway.upstream.Missing;

/** One page of the timeline. */
@Schema(description = "One page of the timeline, each entry with the figure of its month")
record TimelinePage(
        List<Entry> items,
        long total,
        @Schema(nullable = true) String next,
        List<Missing> missing) {

    /** Something that happened on a day, and what was counted in that month. */
    @Schema(description = "Something that happened on a day, and what was counted in that month")
    record Entry(
            @Schema(examples = "event") String kind,
            LocalDate date,
            @Schema(examples = "day") String precision,

            @Schema(description = "Whether a state began that stayed; false for a moment")
            boolean lasts,

            @Schema(
                    description =
                            "The first day on which it was no longer in effect; null while it lasts, and for a moment",
                    nullable = true,
                    examples = "2024-01-04")
            LocalDate until,

            String title,

            @Schema(
                    description = "What happened to the record, in a code; null for what is its own record",
                    nullable = true,
                    examples = "in-force")
            String state,

            @Schema(description = "The address of the record, relative to the timeline")
            String link,

            TimelineEntry.Name record,
            List<String> parties,
            List<String> nationalities,
            List<String> topics,
            List<Ref> sources,

            @Schema(description = "Null where no release covers the month, or statistics is missing", nullable = true)
            Month encounters) {

        static Entry of(TimelineEntry entry, Month month) {
            return new Entry(
                    entry.kind(),
                    entry.date(),
                    entry.precision(),
                    entry.lasts(),
                    entry.until(),
                    entry.title(),
                    entry.state(),
                    entry.link(),
                    entry.record(),
                    entry.parties(),
                    entry.nationalities(),
                    entry.topics(),
                    entry.sources(),
                    month);
        }
    }

    /** Encounters at the southwest border in a month. */
    @Schema(name = "TimelineMonth", description = "Encounters at the southwest border in the month of an entry")
    record Month(
            @Schema(examples = "2023-12") String period,
            @Schema(examples = "301981") BigDecimal value,

            @Schema(
                    description =
                            "Change against the same month of the year before, in percent; null where that isn't covered",
                    nullable = true,
                    examples = "19.68")
            BigDecimal yearOnYear) {}
}
