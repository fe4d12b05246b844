package org.puente.gateway.graphql;

import jakarta.enterprise.context.RequestScoped;
import org.puente.gateway.upstream.Fanout;
import org.puente.gateway.upstream.Joins;

/** One GraphQL request: all of its fields share one deadline. */
@RequestScoped
class GraphRequest {

    private final Fanout fanout;

    GraphRequest(Joins joins) {
        this.fanout = joins.fanout();
    }

    Fanout fanout() {
        return fanout;
    }
}
