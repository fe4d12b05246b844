package org.puente.diplomacy.party;

import jakarta.ws.rs.Path;
import org.puente.diplomacy.reading.RecordResource;
import org.puente.diplomacy.reading.RecordType;
import org.puente.diplomacy.record.Kind;

@Path("/v1/parties")
class PartyResource extends RecordResource<Party, PartyView> implements RecordType<Party, PartyView> {

    PartyResource() {
        super(Kind.PARTY);
    }

    @Override
    public Class<Party> content() {
        return Party.class;
    }

    @Override
    public PartyView view(Seen<Party> seen) {
        return PartyView.of(seen);
    }
}
