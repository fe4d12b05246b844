package org.puente.diplomacy.reading;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.Set;
import org.jboss.resteasy.reactive.RestResponse;
import org.puente.diplomacy.ledger.Caller;
import org.puente.diplomacy.ledger.Version;
import org.puente.diplomacy.record.Content;
import org.puente.diplomacy.record.Kind;
import org.puente.kit.conditional.IfMatch;
import org.puente.kit.query.OwnQuery;
import org.puente.kit.query.QueryParameters;

/**
 * What a collection offers beside reading: the editorial way from draft to public.
 *
 * @param <C> what is written
 * @param <V> how records are shown
 */
@OwnQuery
public abstract class RecordResource<C extends Content, V> extends ReadResource<V> {

    protected RecordResource(Kind kind) {
        super(kind);
    }

    /** Starts a record as a draft. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Caller.EDITOR, Caller.ADMIN})
    public RestResponse<V> create(
            C content, @HeaderParam("Idempotency-Key") String key, @QueryParam("reason") String reason) {
        QueryParameters.refuseUnknown(uri.getQueryParameters().keySet(), Set.of("reason"));
        Version version = desk.create(kind(), content, key, reason);
        return desk.answers().created(desk.find(version), URI.create(uri.getAbsolutePath() + "/" + version.slug()));
    }

    /** Writes a new draft of a record. */
    @PUT
    @Path("/{slug}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Caller.EDITOR, Caller.ADMIN})
    public RestResponse<V> replace(
            @PathParam("slug") String slug,
            C content,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @QueryParam("reason") String reason) {
        QueryParameters.refuseUnknown(uri.getQueryParameters().keySet(), Set.of("reason"));
        Version version = desk.replace(kind(), slug, IfMatch.of(ifMatch), content, reason);
        return desk.answers().written(desk.find(version));
    }

    /** Vouches for the newest draft. */
    @POST
    @Path("/{slug}/review")
    @RolesAllowed({Caller.REVIEWER, Caller.ADMIN})
    public RestResponse<V> review(@PathParam("slug") String slug, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        QueryParameters.refuseUnknown(uri.getQueryParameters().keySet(), Set.of());
        return desk.answers().written(desk.find(desk.review(kind(), slug, IfMatch.of(ifMatch))));
    }

    /** Makes the newest, reviewed version public. */
    @POST
    @Path("/{slug}/publish")
    @RolesAllowed({Caller.REVIEWER, Caller.ADMIN})
    public RestResponse<V> publish(@PathParam("slug") String slug, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        QueryParameters.refuseUnknown(uri.getQueryParameters().keySet(), Set.of());
        return desk.answers().written(desk.find(desk.publish(kind(), slug, IfMatch.of(ifMatch))));
    }
}
