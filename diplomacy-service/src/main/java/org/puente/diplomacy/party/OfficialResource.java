package org.puente.diplomacy.party;

import jakarta.ws.rs.Path;
import org.puente.diplomacy.reading.RecordResource;
import org.puente.diplomacy.reading.RecordType;
import org.puente.diplomacy.record.Kind;

@Path("/v1/officials")
class OfficialResource extends RecordResource<Official, OfficialView> implements RecordType<Official, OfficialView> {

    OfficialResource() {
        super(Kind.OFFICIAL);
    }

    @Override
    public Class<Official> content() {
        return Official.class;
    }

    @Override
    public OfficialView view(Seen<Official> seen) {
        return OfficialView.of(seen);
    }
}
