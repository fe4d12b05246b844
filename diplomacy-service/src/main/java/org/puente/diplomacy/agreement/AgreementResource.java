package org.puente.diplomacy.agreement;

import jakarta.ws.rs.Path;
import org.puente.diplomacy.reading.RecordResource;
import org.puente.diplomacy.reading.RecordType;
import org.puente.diplomacy.record.Kind;

@Path("/v1/agreements")
class AgreementResource extends RecordResource<Agreement> implements RecordType<Agreement, AgreementView> {

    AgreementResource() {
        super(Kind.AGREEMENT);
    }

    @Override
    public Class<Agreement> content() {
        return Agreement.class;
    }

    @Override
    public AgreementView view(Seen<Agreement> seen) {
        return AgreementView.of(seen);
    }
}
