package org.puente.diplomacy.commitment;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.jboss.resteasy.reactive.RestResponse;
import org.puente.diplomacy.ledger.Caller;
import org.puente.diplomacy.ledger.Version;
import org.puente.diplomacy.reading.RecordResource;
import org.puente.diplomacy.reading.RecordType;
import org.puente.diplomacy.record.Documents;
import org.puente.diplomacy.record.Kind;
import org.puente.kit.query.OwnQuery;
import org.puente.kit.query.QueryParameters;

@Path("/v1/commitments")
@OwnQuery
class CommitmentResource extends RecordResource<Commitment, CommitmentView>
        implements RecordType<Commitment, CommitmentView> {

    private final Documents documents;
    private final Assessor assessor;

    CommitmentResource(Documents documents, Assessor assessor) {
        super(Kind.COMMITMENT);
        this.documents = documents;
        this.assessor = assessor;
    }

    /** Adds a rating. */
    @POST
    @Path("/{slug}/assessments")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Caller.REVIEWER, Caller.ADMIN})
    public RestResponse<AssessmentView> assess(
            @PathParam("slug") String slug, NewAssessment assessment, @HeaderParam("Idempotency-Key") String key) {
        QueryParameters.refuseUnknown(uri.getQueryParameters().keySet(), Set.of());
        Version written = assessor.assess(slug, assessment, key);
        return desk.answers()
                .created(desk.find(written), URI.create(uri.getBaseUri() + "v1/assessments/" + written.slug()));
    }

    @Override
    public Class<Commitment> content() {
        return Commitment.class;
    }

    @Override
    public CommitmentView view(Seen<Commitment> seen) {
        List<AssessmentView.Summary> assessments = seen.linked()
                .editions("assessments")
                .map(edition -> AssessmentView.Summary.of(
                        documents.stored(edition.document(), Assessment.class), edition.recordedFrom()))
                .toList();
        return CommitmentView.of(seen, assessments);
    }
}
