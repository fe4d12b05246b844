package org.puente.gateway.diplomacy;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A call, a briefing or a meeting. */
@Schema(name = "EngagementBrief", description = "A call, a briefing or a meeting")
public record Engagement(
        String slug,
        @Schema(nullable = true, examples = "E3") String reference,
        String title,
        @Schema(examples = "meeting") String kind,
        LocalDate date,
        @Schema(nullable = true, examples = "Mexico City") String place,
        @Schema(nullable = true) String outcome) {

    /** One page of engagements. */
    public record Engagements(List<Engagement> items, long total) implements Items<Engagement> {}
}
