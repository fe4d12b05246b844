package org.puente.diplomacy.commitment;

import jakarta.ws.rs.Path;
import org.puente.diplomacy.reading.ReadResource;
import org.puente.diplomacy.reading.RecordType;
import org.puente.diplomacy.record.Kind;

@Path("/v1/assessments")
class AssessmentResource extends ReadResource<AssessmentView> implements RecordType<Assessment, AssessmentView> {

    AssessmentResource() {
        super(Kind.ASSESSMENT);
    }

    @Override
    public Class<Assessment> content() {
        return Assessment.class;
    }

    @Override
    public AssessmentView view(Seen<Assessment> seen) {
        return AssessmentView.of(seen);
    }
}
