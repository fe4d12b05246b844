package org.puente.statistics.intake;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.puente.kit.problem.Problem;
import org.puente.kit.problem.Refusal;

/** Imports that run in the background. */
@Path("/v1/imports")
@Tag(name = "releases")
@Produces(MediaType.APPLICATION_JSON)
class ImportJobResource {

    private final ImportJobs jobs;

    ImportJobResource(ImportJobs jobs) {
        this.jobs = jobs;
    }

    @GET
    @Path("{id}")
    @RolesAllowed({"statistics-publisher", "admin"})
    @Operation(operationId = "getImport", summary = "Follow an import that runs in the background")
    @APIResponse(
            responseCode = "200",
            description = "How far it is, or how it ended",
            content = @Content(schema = @Schema(implementation = ImportJobAnswer.class)))
    @APIResponse(
            responseCode = "404",
            description = "There is no such import",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Response get(@PathParam("id") String id) {
        return Response.ok(jobs.answer(parse(id)))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private static UUID parse(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw Refusal.unknown("import job", id);
        }
    }
}
