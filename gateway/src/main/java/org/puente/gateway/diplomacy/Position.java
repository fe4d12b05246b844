package org.puente.gateway.diplomacy;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a party asks or offers. */
@Schema(name = "PositionBrief", description = "What a party asks or offers")
public record Position(
        String slug,
        @Schema(nullable = true, examples = "B3") String reference,
        String title,
        @Schema(examples = "ask") String stance,
        @Schema(nullable = true) Agreement.Party party,
        @Schema(nullable = true) Agreement.Party counterpart,
        String statement,
        @Schema(nullable = true) LocalDate date) {

    /** One page of positions. */
    public record Positions(List<Position> items, long total) implements Items<Position> {}
}
