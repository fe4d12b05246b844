package org.puente.statistics.change;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.puente.kit.conditional.Conditional;
import org.puente.kit.query.QueryParameters;
import org.puente.statistics.dataset.Codes;
import org.puente.statistics.dataset.Dataset;
import org.puente.statistics.release.Catalog;

/** What the change of either dataset has in common at the HTTP edge. */
@ApplicationScoped
class ChangeDelivery {

    private final Changes changes;
    private final Catalog catalog;
    private final ObjectMapper json;

    ChangeDelivery(Changes changes, Catalog catalog, ObjectMapper json) {
        this.changes = changes;
        this.catalog = catalog;
        this.json = json;
    }

    Response answer(Dataset dataset, UriInfo uri, Request request) {
        QueryParameters.refuseUnknown(uri.getQueryParameters().keySet(), ChangeQuery.parameters(dataset));
        Codes codes = catalog.snapshot().codes().get(dataset);
        ChangeQuery query = ChangeQuery.parse(dataset, uri.getQueryParameters(), codes);
        ChangeAnswer answer = changes.after(query, SliceWords.of(query.slice(), codes));
        return Conditional.json(request, json, Conditional.revalidated(), answer);
    }
}
