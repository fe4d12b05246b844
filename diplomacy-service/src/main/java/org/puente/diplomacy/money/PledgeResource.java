package org.puente.diplomacy.money;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse;
import org.puente.diplomacy.reading.Lens;
import org.puente.diplomacy.reading.RecordResource;
import org.puente.diplomacy.reading.RecordType;
import org.puente.diplomacy.record.Kind;
import org.puente.kit.problem.Refusal;
import org.puente.kit.query.OwnQuery;

@Path("/v1/pledges")
@OwnQuery
class PledgeResource extends RecordResource<Pledge, PledgeView> implements RecordType<Pledge, PledgeView> {

    PledgeResource() {
        super(Kind.PLEDGE);
    }

    /** Sums of the money that the filters of the list select. */
    @GET
    @Path("/sums")
    @PermitAll
    public RestResponse<Ladder> sums() {
        MultivaluedMap<String, String> filters = new MultivaluedHashMap<>();
        filters.putAll(uri.getQueryParameters());
        List<String> by = filters.remove("by");
        if (by != null && !by.equals(List.of("year"))) {
            throw Refusal.invalid("by", "can only be year");
        }
        Lens lens = desk.lens(uri);
        List<PledgeView> pledges = desk.every(Kind.PLEDGE, filters, lens).stream()
                .map(PledgeView.class::cast)
                .toList();
        return desk.answers().read(request, lens, Ladder.of(pledges, lens.on(), by != null), null);
    }

    @Override
    public Class<Pledge> content() {
        return Pledge.class;
    }

    @Override
    public PledgeView view(Seen<Pledge> seen) {
        return PledgeView.of(seen);
    }
}
