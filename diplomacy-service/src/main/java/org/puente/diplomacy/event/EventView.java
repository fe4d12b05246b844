package org.puente.diplomacy.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.puente.diplomacy.reading.Editorial;
import org.puente.diplomacy.reading.RecordType.Seen;
import org.puente.diplomacy.reading.Ref;
import org.puente.diplomacy.reading.Ref.PartyRef;
import org.puente.diplomacy.record.Basis;
import org.puente.diplomacy.record.Precision;

@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "EventView", description = "Something that happened and matters to the story")
record EventView(
        @Schema(required = true) String slug,
        String reference,
        @Schema(required = true) String title,
        String titleEs,
        String description,
        String descriptionEs,
        @Schema(required = true) LocalDate date,
        @Schema(required = true) Precision precision,
        LocalDate until,
        @Schema(required = true) List<PartyRef> parties,
        @Schema(required = true) List<Ref> topics,
        @Schema(required = true) Basis basis,
        @Schema(required = true) List<Ref> sources,
        @Schema(required = true) Editorial editorial) {

    static EventView of(Seen<Event> seen) {
        Event event = seen.content();
        return new EventView(
                event.slug(),
                event.reference(),
                event.title(),
                event.titleEs(),
                event.description(),
                event.descriptionEs(),
                event.date(),
                Precision.orDay(event.precision()),
                event.until(),
                seen.linked().parties("parties"),
                seen.linked().all("topics"),
                Basis.orReported(event.basis()),
                seen.linked().all("sources"),
                seen.editorial());
    }
}
