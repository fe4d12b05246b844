package org.puente.diplomacy.party;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.puente.diplomacy.reading.Editorial;
import org.puente.diplomacy.reading.RecordType.Seen;
import org.puente.diplomacy.reading.Ref;

@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "PartyView", description = "A party and its officials")
record PartyView(
        @Schema(required = true, examples = "MEX") String code,
        String reference,
        @Schema(required = true) String name,
        String nameEs,
        @Schema(required = true) Party.PartyKind kind,
        String role,
        @Schema(required = true) List<Ref> officials,
        @Schema(required = true) List<Ref> sources,
        @Schema(required = true) Editorial editorial) {

    static PartyView of(Seen<Party> seen) {
        Party party = seen.content();
        return new PartyView(
                party.code(),
                party.reference(),
                party.name(),
                party.nameEs(),
                party.kind(),
                party.role(),
                seen.linked().all("officials"),
                seen.linked().all("sources"),
                seen.editorial());
    }
}
