package org.puente.statistics.change;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import org.puente.kit.conditional.Conditional;
import org.puente.kit.page.Page;
import org.puente.kit.problem.Refusal;
import org.puente.kit.query.QueryParameters;
import org.puente.statistics.dataset.Codes;
import org.puente.statistics.dataset.Dataset;
import org.puente.statistics.release.Catalog;

/** What the change of either dataset has in common at the HTTP edge. */
@ApplicationScoped
class ChangeDelivery {

    private static final int MOST = 50;

    private final Changes changes;
    private final Catalog catalog;
    private final ObjectMapper json;

    ChangeDelivery(Changes changes, Catalog catalog, ObjectMapper json) {
        this.changes = changes;
        this.catalog = catalog;
        this.json = json;
    }

    Response answer(Dataset dataset, UriInfo uri, Request request) {
        return Conditional.json(request, json, Conditional.revalidated(), change(dataset, uri.getQueryParameters()));
    }

    /** @param queries each written as the query of a single change */
    Response answers(Dataset dataset, List<String> queries, Request request) {
        if (queries.isEmpty() || queries.size() > MOST) {
            throw Refusal.invalid("change", "is there 1 to " + MOST + " times");
        }
        List<ChangeOutcome> outcomes =
                queries.stream().map(query -> outcome(dataset, query)).toList();
        return Conditional.json(request, json, Conditional.revalidated(), new Page<>(outcomes, outcomes.size(), null));
    }

    private ChangeOutcome outcome(Dataset dataset, String query) {
        try {
            return new ChangeOutcome(change(dataset, parsed(query)), null);
        } catch (Refusal refusal) {
            if (refusal.kind() == Refusal.Kind.UNAVAILABLE) {
                throw refusal;
            }
            return new ChangeOutcome(null, refusal.getMessage());
        }
    }

    private ChangeAnswer change(Dataset dataset, Map<String, List<String>> parameters) {
        QueryParameters.refuseUnknown(parameters.keySet(), ChangeQuery.parameters(dataset));
        Codes codes = catalog.snapshot().codes().get(dataset);
        ChangeQuery query = ChangeQuery.parse(dataset, parameters, codes);
        return changes.after(query, SliceWords.of(query.slice(), codes));
    }

    private static Map<String, List<String>> parsed(String query) {
        try {
            return QueryParameters.parse(query);
        } catch (Refusal unreadable) {
            throw Refusal.invalid("change", "'" + query + "' can't be read");
        }
    }
}
