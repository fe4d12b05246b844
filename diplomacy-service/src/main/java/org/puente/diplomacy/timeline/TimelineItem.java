package org.puente.diplomacy.timeline;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.puente.diplomacy.reading.Ref;
import org.puente.diplomacy.record.Kind;

@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "TimelineItem", description = "Something that happened on a day")
record TimelineItem(
        @Schema(
                required = true,
                enumeration = {"engagement", "agreement-action", "port-measure", "assessment", "event"})
        String kind,

        @Schema(required = true) LocalDate date,

        @Schema(
                required = true,
                enumeration = {"day", "month", "year"})
        String precision,

        @Schema(
                required = true,
                description =
                        "Whether a state began that stays: a measure at a port, an agreement in force, suspended or ended,"
                                + " a policy that ends; false for a moment, such as a meeting, a signature or a resumption")
        boolean lasts,

        @Schema(
                description =
                        "The first day on which it was no longer in effect; missing while it lasts, and for a moment",
                examples = "2024-01-04")
        LocalDate until,

        @Schema(required = true) String title,

        @Schema(
                description =
                        "What happened to the record, where the title says it after the record's own, for clients that say it in"
                                + " another language; missing for what is its own record",
                examples = "in-force")
        String state,

        @Schema(
                required = true,
                description = "The address of the record, relative to this list",
                examples = "agreements/merida-initiative")
        String link,

        @Schema(required = true) RecordName record,

        @Schema(required = true, description = "Codes of the parties concerned")
        List<String> parties,

        @Schema(required = true, description = "Codes of the countries whose nationals are concerned")
        List<String> nationalities,

        @Schema(required = true, description = "Slugs of topics")
        List<String> topics,

        @Schema(required = true) List<Ref> sources) {

    @Schema(name = "RecordName", description = "The record that tells more")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RecordName(
            @Schema(required = true) Kind kind,
            @Schema(required = true) String slug,

            @Schema(required = true, examples = "Bicentennial Framework")
            String title,

            @Schema(description = "In Spanish, where it has one", examples = "Entendimiento Bicentenario")
            String titleEs) {}
}
