package org.puente.diplomacy.reading;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.UriInfo;
import java.util.Set;
import org.jboss.resteasy.reactive.RestResponse;
import org.puente.diplomacy.ledger.Caller;
import org.puente.diplomacy.record.Kind;
import org.puente.kit.conditional.IfMatch;
import org.puente.kit.page.Page;
import org.puente.kit.page.PageLink;
import org.puente.kit.query.OwnQuery;
import org.puente.kit.query.QueryParameters;

/**
 * What every collection of records offers: list, detail and history to the public, and to take back what was wrong.
 *
 * @param <V> how records are shown
 */
@Produces(MediaType.APPLICATION_JSON)
@OwnQuery
public abstract class ReadResource<V> {

    private static final Set<String> DETAIL = Set.of("on", "asOf", "expand");

    private final Kind kind;

    @Inject
    protected RecordDesk desk;

    @Context
    protected UriInfo uri;

    @Context
    protected Request request;

    protected ReadResource(Kind kind) {
        this.kind = kind;
    }

    /** The kind of the records. */
    public Kind kind() {
        return kind;
    }

    /** One page of the list. */
    @GET
    @PermitAll
    public RestResponse<Page<V>> list() {
        Lens lens = desk.lens(uri);
        Page<Object> page = desk.list(ListQuery.of(kind, uri.getQueryParameters()), lens);
        return desk.answers().read(request, lens, page, PageLink.next(uri, page));
    }

    /** One record. */
    @GET
    @Path("/{slug}")
    @PermitAll
    public RestResponse<V> find(@PathParam("slug") String slug) {
        QueryParameters.refuseUnknown(uri.getQueryParameters().keySet(), DETAIL);
        Lens lens = desk.lens(uri);
        Records.Seen seen = desk.find(kind, slug, lens, ListQuery.expanded(kind, uri.getQueryParameters()));
        return desk.answers().read(request, lens, seen);
    }

    /** Every version of one record. */
    @GET
    @Path("/{slug}/history")
    @PermitAll
    public RestResponse<History> history(@PathParam("slug") String slug) {
        QueryParameters.refuseUnknown(uri.getQueryParameters().keySet(), Set.of());
        Lens lens = desk.lens(uri);
        return desk.answers().read(request, lens, desk.history(kind, slug, lens), null);
    }

    /** Takes back what was published and wrong altogether. */
    @POST
    @Path("/{slug}/withdraw")
    @RolesAllowed({Caller.REVIEWER, Caller.ADMIN})
    public RestResponse<V> withdraw(
            @PathParam("slug") String slug,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @QueryParam("reason") String reason) {
        QueryParameters.refuseUnknown(uri.getQueryParameters().keySet(), Set.of("reason"));
        return desk.answers().written(desk.find(desk.withdraw(kind, slug, IfMatch.of(ifMatch), reason)));
    }
}
