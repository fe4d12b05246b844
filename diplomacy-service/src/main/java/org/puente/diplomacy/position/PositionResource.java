package org.puente.diplomacy.position;

import jakarta.ws.rs.Path;
import org.puente.diplomacy.reading.RecordResource;
import org.puente.diplomacy.reading.RecordType;
import org.puente.diplomacy.record.Kind;

@Path("/v1/positions")
class PositionResource extends RecordResource<Position, PositionView> implements RecordType<Position, PositionView> {

    PositionResource() {
        super(Kind.POSITION);
    }

    @Override
    public Class<Position> content() {
        return Position.class;
    }

    @Override
    public PositionView view(Seen<Position> seen) {
        return PositionView.of(seen);
    }
}
