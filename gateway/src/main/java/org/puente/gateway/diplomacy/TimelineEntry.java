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
        String title,

        @Schema(
                description = "The address of the record, relative to the timeline",
                examples = "agreements/merida-initiative")
        String link,

        Name record,
        List<String> parties,
        List<String> nationalities,
        List<String> topics,
        List<Ref> sources) {

    /** The record that tells more. */
    @Schema(name = "TimelineRecord", description = "The record that tells more")
    public record Name(String kind, String slug) {}

    /** One page of the timeline. */
    public record Timeline(List<TimelineEntry> items, long total, String next) implements Items<TimelineEntry> {}
}
