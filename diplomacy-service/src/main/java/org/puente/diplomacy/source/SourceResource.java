package org.puente.diplomacy.source;

import jakarta.ws.rs.Path;
import org.puente.diplomacy.reading.RecordResource;
import org.puente.diplomacy.reading.RecordType;
import org.puente.diplomacy.record.Kind;

@Path("/v1/sources")
class SourceResource extends RecordResource<Source, SourceView> implements RecordType<Source, SourceView> {

    SourceResource() {
        super(Kind.SOURCE);
    }

    @Override
    public Class<Source> content() {
        return Source.class;
    }

    @Override
    public SourceView view(Seen<Source> seen) {
        return SourceView.of(seen);
    }
}
