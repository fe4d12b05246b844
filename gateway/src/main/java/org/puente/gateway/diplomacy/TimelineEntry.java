package org.puente.gateway.diplomacy;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Something that happened on a day. */
@Schema(name = "TimelineEntry", description = "Something that happened on a day")
public record TimelineEntry(
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
                description =
                        "What happened to the record, where the title says it after the record's own, for clients that say it in"
                                + " another language; null for what is its own record",
                nullable = true,
                examples = "in-force")
        String state,

        @Schema(
                description = "The address of the record, relative to the timeline",
                examples = "agreements/merida-initiative")
        String link,

        Name record,
        List<String> parties,
        List<String> nationalities,
        List<String> topics,
        List<Ref> sources) {

    /** The first day after it: {@link #until}, the next day for a moment, null while it lasts. */
    public LocalDate over() {
        return lasts ? until : date.plusDays(1);
    }

    /** As it looked on a day; null for today. Nobody knew then when it would end later. */
    public TimelineEntry knownBy(LocalDate day) {
        boolean endedLater = day != null && until != null && until.isAfter(day);
        return endedLater
                ? new TimelineEntry(
                        kind,
                        date,
                        precision,
                        lasts,
                        null,
                        title,
                        state,
                        link,
                        record,
                        parties,
                        nationalities,
                        topics,
                        sources)
                : this;
    }

    /** The record that tells more. */
    @Schema(name = "TimelineRecord", description = "The record that tells more")
    public record Name(
            String kind,
            String slug,
            @Schema(examples = "Bicentennial Framework") String title,

            @Schema(
                    description = "In Spanish, where it has one",
                    nullable = true,
                    examples = "Entendimiento Bicentenario")
            String titleEs) {}

    /** One page of the timeline. */
    public record Timeline(List<TimelineEntry> items, long total, String next) implements Items<TimelineEntry> {}
}
