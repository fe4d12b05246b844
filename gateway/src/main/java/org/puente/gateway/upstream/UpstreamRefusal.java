package org.puente.gateway.upstream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A service refused for a reason that the client can act on (a status from 400 to 499): it is passed on as it is. */
public final class UpstreamRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String upstream;
    private final int status;
    private final transient ObjectNode problem;

    UpstreamRefusal(String upstream, int status, ObjectNode problem) {
        super(problem.path("detail").asText("refused with status " + status));
        this.upstream = upstream;
        this.status = status;
        this.problem = problem;
    }

    public String upstream() {
        return upstream;
    }

    public int status() {
        return status;
    }

    /** The problem object of the service, as if it had been met at this path of the gateway. */
    public JsonNode problemAt(String path) {
        return problem.deepCopy().put("instance", path);
    }
}
