package org.puente.diplomacy.search;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestResponse;
import org.puente.diplomacy.reading.Lens;
import org.puente.diplomacy.reading.Parameters;
import org.puente.diplomacy.reading.RecordDesk;
import org.puente.diplomacy.record.Kind;
import org.puente.kit.page.Cursor;
import org.puente.kit.page.Page;
import org.puente.kit.page.PageLink;
import org.puente.kit.problem.Refusal;
import org.puente.kit.query.OwnQuery;
import org.puente.kit.query.QueryParameters;

@Path("/v1/search")
@Produces(MediaType.APPLICATION_JSON)
@OwnQuery
class SearchResource {

    private static final Set<String> KNOWN = new TreeSet<>(Set.of("q", "kind", "asOf", "limit", "cursor"));
    private static final List<String> KINDS =
            Stream.of(Kind.values()).map(Kind::code).toList();
    private static final int MAX_LIMIT = 100;
    private static final int DEEPEST = 10_000;

    private final Search search;
    private final RecordDesk desk;

    SearchResource(Search search, RecordDesk desk) {
        this.search = search;
        this.desk = desk;
    }

    /** One page of hits, the best first. */
    @GET
    @PermitAll
    public RestResponse<Page<SearchHit>> search(@Context UriInfo uri, @Context Request request) {
        MultivaluedMap<String, String> parameters = uri.getQueryParameters();
        QueryParameters.refuseUnknown(parameters.keySet(), KNOWN);
        String words = parameters.getFirst("q");
        if (words == null || words.isBlank() || words.length() > 200 || words.indexOf('\0') >= 0) {
            throw Refusal.invalid("q", "needs 1 to 200 characters of what to search for");
        }
        List<String> kinds = Parameters.coded("kind", KINDS, parameters);
        int limit = Parameters.limit(parameters.getFirst("limit"), MAX_LIMIT);
        Lens lens = desk.lens(uri);
        Page<SearchHit> page = search.find(words, kinds, lens, limit, skipped(parameters.getFirst("cursor")));
        return desk.answers().read(request, lens, page, PageLink.next(uri, page));
    }

    private static int skipped(String cursor) {
        if (cursor == null) {
            return 0;
        }
        List<String> keys = Cursor.keys(cursor, 2);
        boolean readable = keys.get(0).equals("search")
                && keys.get(1).matches("\\d{1,5}")
                && Integer.parseInt(keys.get(1)) <= DEEPEST;
        if (!readable) {
            throw Cursor.unreadable();
        }
        return Integer.parseInt(keys.get(1));
    }
}
