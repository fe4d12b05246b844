package org.puente.diplomacy.event;

import jakarta.ws.rs.Path;
import org.puente.diplomacy.reading.RecordResource;
import org.puente.diplomacy.reading.RecordType;
import org.puente.diplomacy.record.Kind;

@Path("/v1/events")
class EventResource extends RecordResource<Event, EventView> implements RecordType<Event, EventView> {

    EventResource() {
        super(Kind.EVENT);
    }

    @Override
    public Class<Event> content() {
        return Event.class;
    }

    @Override
    public EventView view(Seen<Event> seen) {
        return EventView.of(seen);
    }
}
