package org.puente.diplomacy.source;

import jakarta.ws.rs.Path;
import org.puente.diplomacy.reading.RecordResource;
import org.puente.diplomacy.reading.RecordType;
import org.puente.diplomacy.record.Kind;

@Path("/v1/topics")
class TopicResource extends RecordResource<Topic, TopicView> implements RecordType<Topic, TopicView> {

    TopicResource() {
        super(Kind.TOPIC);
    }

    @Override
    public Class<Topic> content() {
        return Topic.class;
    }

    @Override
    public TopicView view(Seen<Topic> seen) {
        return TopicView.of(seen);
    }
}
