package org.puente.statistics.intake;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.puente.kit.page.Page;
import org.puente.kit.page.PageLink;
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

    /** A page of imports, so that its items are documented. */
    @Schema(name = "ImportJobPage")
    interface ImportJobPage {
        List<ImportJobAnswer> getItems();

        @Schema(description = "How many items the whole list has")
        long getTotal();

        @Schema(description = "The cursor of the next page, null on the last", nullable = true)
        String getNext();
    }

    @GET
    @RolesAllowed({"statistics-publisher", "admin"})
    @Operation(
            operationId = "listImports",
            summary = "List the imports that ran in the background, the latest first",
            description = "Those that were last heard of longer ago than this service is configured to remember, by"
                    + " default 30 days, are deleted when another one starts. The releases they made stay.")
    @APIResponse(
            responseCode = "200",
            description = "One page",
            content = @Content(schema = @Schema(implementation = ImportJobPage.class)))
    @APIResponse(
            responseCode = "400",
            description = "A parameter is wrong",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Response list(
            @Parameter(description = "Most imports on the page")
                    @QueryParam("limit")
                    @DefaultValue("50")
                    @Min(1)
                    @Max(200)
                    int limit,
            @Parameter(description = "`next` of the page before") @QueryParam("cursor") String cursor,
            @Context UriInfo uri) {
        Page<ImportJobAnswer> page = jobs.page(limit, cursor);
        return Response.ok(page)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.LINK, PageLink.next(uri, page))
                .build();
    }

    @GET
    @Path("{id}")
    @RolesAllowed({"statistics-publisher", "admin"})
    @Operation(
            operationId = "getImport",
            summary = "Follow an import that runs in the background",
            description = "Its state goes from running to succeeded, with the id of the release, or to failed, with the"
                    + " problem. One whose service was stopped has failed, and nothing of it was kept.")
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
