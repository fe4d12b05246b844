package org.puente.diplomacy.position;

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
@Schema(name = "PositionView", description = "What a party asks or offers")
record PositionView(
        @Schema(required = true) String slug,
        @Schema(examples = "B5") String reference,
        @Schema(required = true) String title,
        String titleEs,
        @Schema(required = true) Position.Stance stance,
        PartyRef party,
        PartyRef counterpart,
        @Schema(required = true) List<PartyRef> concerns,
        @Schema(required = true) List<Ref> topics,
        @Schema(required = true) String statement,
        String statementEs,
        @Schema(required = true) List<Ref> inReturnFor,

        @Schema(required = true, description = "Positions that are given in return for this one")
        List<Ref> answeredBy,

        Ref speaker,
        Ref engagement,
        LocalDate date,
        Precision precision,
        @Schema(required = true) Basis basis,
        @Schema(required = true) List<Ref> sources,
        @Schema(required = true) Editorial editorial) {

    static PositionView of(Seen<Position> seen) {
        Position position = seen.content();
        Linked linked = seen.linked();
        return new PositionView(
                position.slug(),
                position.reference(),
                position.title(),
                position.titleEs(),
                position.stance(),
                linked.party("party"),
                linked.party("counterpart"),
                linked.parties("concerns"),
                linked.all("topics"),
                position.statement(),
                position.statementEs(),
                linked.all("inReturnFor"),
                linked.all("answeredBy"),
                linked.one("speaker"),
                linked.one("engagement"),
                position.date(),
                position.date() == null ? null : Precision.orDay(position.precision()),
                Basis.orReported(position.basis()),
                linked.all("sources"),
                seen.editorial());
    }
}
