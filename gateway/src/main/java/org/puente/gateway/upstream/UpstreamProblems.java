package org.puente.gateway.upstream;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.puente.kit.problem.Problem;

/** Passes refusals of the services on with their own words. */
class UpstreamProblems {

    @ServerExceptionMapper
    Response refused(UpstreamRefusal refusal, RoutingContext context) {
        return Response.status(refusal.status())
                .type(Problem.MEDIA_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(refusal.problemAt(context.request().path()))
                .build();
    }
}
