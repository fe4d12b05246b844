package org.puente.diplomacy.engagement;

import jakarta.ws.rs.Path;
import org.puente.diplomacy.reading.RecordResource;
import org.puente.diplomacy.reading.RecordType;
import org.puente.diplomacy.record.Kind;

@Path("/v1/engagements")
class EngagementResource extends RecordResource<Engagement, EngagementView>
        implements RecordType<Engagement, EngagementView> {

    EngagementResource() {
        super(Kind.ENGAGEMENT);
    }

    @Override
    public Class<Engagement> content() {
        return Engagement.class;
    }

    @Override
    public EngagementView view(Seen<Engagement> seen) {
        return EngagementView.of(seen);
    }
}
