package org.puente.diplomacy.port;

import jakarta.ws.rs.Path;
import org.puente.diplomacy.reading.RecordResource;
import org.puente.diplomacy.reading.RecordType;
import org.puente.diplomacy.record.Kind;

@Path("/v1/ports")
class PortResource extends RecordResource<Port, PortView> implements RecordType<Port, PortView> {

    PortResource() {
        super(Kind.PORT);
    }

    @Override
    public Class<Port> content() {
        return Port.class;
    }

    @Override
    public PortView view(Seen<Port> seen) {
        return PortView.of(seen);
    }
}
