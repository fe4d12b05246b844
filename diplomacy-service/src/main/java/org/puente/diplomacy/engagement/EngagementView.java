package org.puente.diplomacy.engagement;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.puente.diplomacy.reading.Editorial;
import org.puente.diplomacy.reading.Linked;
import org.puente.diplomacy.reading.RecordType.Seen;
import org.puente.diplomacy.reading.Ref;
import org.puente.diplomacy.reading.Ref.PartyRef;
import org.puente.diplomacy.record.Basis;
import org.puente.diplomacy.record.Precision;

@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "EngagementView", description = "A call, a briefing or a meeting")
record EngagementView(
        @Schema(required = true) String slug,
        @Schema(examples = "E3") String reference,
        @Schema(required = true) String title,
        String titleEs,
        @Schema(required = true) Engagement.EngagementKind kind,
        @Schema(required = true) LocalDate date,
        @Schema(required = true) Precision precision,
        LocalDate until,
        String place,
        Integer durationMinutes,
        @Schema(required = true) List<Ref> participants,
        @Schema(required = true) List<PartyRef> parties,
        @Schema(required = true) List<Ref> topics,
        String outcome,
        String outcomeEs,

        @Schema(required = true, description = "Positions taken there")
        List<Ref> positions,

        @Schema(required = true, description = "Agreements that arose from it")
        List<Ref> agreements,

        @Schema(required = true) Basis basis,
        @Schema(required = true) List<Ref> sources,
        @Schema(required = true) Editorial editorial) {

    static EngagementView of(Seen<Engagement> seen) {
        Engagement engagement = seen.content();
        Linked linked = seen.linked();
        return new EngagementView(
                engagement.slug(),
                engagement.reference(),
                engagement.title(),
                engagement.titleEs(),
                engagement.kind(),
                engagement.date(),
                Precision.orDay(engagement.precision()),
                engagement.until(),
                engagement.place(),
                engagement.durationMinutes(),
                linked.all("participants"),
                linked.parties("parties"),
                linked.all("topics"),
                engagement.outcome(),
                engagement.outcomeEs(),
                linked.all("positions"),
                linked.all("agreements"),
                Basis.orReported(engagement.basis()),
                linked.all("sources"),
                seen.editorial());
    }
}
