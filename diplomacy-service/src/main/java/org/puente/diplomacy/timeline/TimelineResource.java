package org.puente.diplomacy.timeline;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.RestResponse;
import org.puente.diplomacy.reading.Lens;
import org.puente.diplomacy.reading.RecordDesk;
import org.puente.kit.page.Page;
import org.puente.kit.page.PageLink;
import org.puente.kit.query.OwnQuery;

@Path("/v1/timeline")
@Produces(MediaType.APPLICATION_JSON)
@OwnQuery
class TimelineResource {

    private final Timeline timeline;
    private final RecordDesk desk;

    TimelineResource(Timeline timeline, RecordDesk desk) {
        this.timeline = timeline;
        this.desk = desk;
    }

    /** One page of the timeline. */
    @GET
    @PermitAll
    public RestResponse<Page<TimelineItem>> timeline(@Context UriInfo uri, @Context Request request) {
        TimelineQuery asked = TimelineQuery.of(uri.getQueryParameters());
        Lens lens = desk.lens(uri);
        Page<TimelineItem> page = timeline.page(asked, lens);
        return desk.answers().read(request, lens, page, PageLink.next(uri, page));
    }
}
