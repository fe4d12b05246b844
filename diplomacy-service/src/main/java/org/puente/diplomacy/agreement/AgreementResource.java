package org.puente.diplomacy.agreement;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.Set;
import org.jboss.resteasy.reactive.RestResponse;
import org.puente.diplomacy.reading.Lens;
import org.puente.diplomacy.reading.RecordResource;
import org.puente.diplomacy.reading.RecordType;
import org.puente.diplomacy.record.Kind;
import org.puente.kit.query.OwnQuery;
import org.puente.kit.query.QueryParameters;

@Path("/v1/agreements")
@OwnQuery
class AgreementResource extends RecordResource<Agreement, AgreementView>
        implements RecordType<Agreement, AgreementView> {

    private final Lineages lineages;

    AgreementResource(Lineages lineages) {
        super(Kind.AGREEMENT);
        this.lineages = lineages;
    }

    /** Ancestors and descendants. */
    @GET
    @Path("/{slug}/lineage")
    @PermitAll
    public RestResponse<Lineage> lineage(@PathParam("slug") String slug) {
        QueryParameters.refuseUnknown(uri.getQueryParameters().keySet(), Set.of("asOf"));
        Lens lens = desk.lens(uri);
        return desk.answers().read(request, lens, lineages.of(slug, lens), null);
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
