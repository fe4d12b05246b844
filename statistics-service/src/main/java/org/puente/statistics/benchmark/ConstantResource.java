package org.puente.statistics.benchmark;

import io.quarkus.arc.profile.IfBuildProfile;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.puente.kit.query.OwnQuery;

/** The least that an answer of this process can cost, whatever it is asked: what the series are measured against. */
@Path("/benchmark/constant")
@IfBuildProfile("benchmark")
public class ConstantResource {

    private static final byte[] BODY = ("{\"constant\":\"" + "x".repeat(1024) + "\"}").getBytes();

    @GET
    @OwnQuery
    @NonBlocking
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(hidden = true)
    public Response get() {
        return Response.ok(BODY).build();
    }
}
