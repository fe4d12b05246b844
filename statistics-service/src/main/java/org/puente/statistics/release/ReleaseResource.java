package org.puente.statistics.release;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.puente.kit.conditional.Conditional;
import org.puente.kit.page.Page;
import org.puente.kit.page.PageLink;
import org.puente.kit.problem.Problem;
import org.puente.kit.problem.Refusal;

/** The releases that this service holds. */
@Path("/v1/releases")
@Tag(name = "releases", description = "Official files as published on a day; never changed afterwards")
@Produces(MediaType.APPLICATION_JSON)
class ReleaseResource {

    private final Releases releases;
    private final ObjectMapper json;

    ReleaseResource(Releases releases, ObjectMapper json) {
        this.releases = releases;
        this.json = json;
    }

    /** A page of releases, so that its items are documented. */
    @Schema(name = "ReleasePage")
    interface ReleasePage {
        java.util.List<ReleaseAnswer> getItems();

        long getTotal();

        @Schema(nullable = true)
        String getNext();
    }

    @GET
    @Operation(
            operationId = "listReleases",
            summary = "List all releases, the newest publication first",
            description = "Withdrawn releases are included and marked.")
    @APIResponse(
            responseCode = "200",
            description = "One page",
            content = @Content(schema = @Schema(implementation = ReleasePage.class)))
    @APIResponse(responseCode = "304", description = "The client's copy is up to date")
    @APIResponse(
            responseCode = "400",
            description = "A parameter is wrong",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Response list(
            @Parameter(
                            description = "Only releases of this kind",
                            schema =
                                    @Schema(
                                            enumeration = {
                                                "encounters-by-area",
                                                "encounters-by-state",
                                                "encounters-monthly-totals",
                                                "encounters-first-prints",
                                                "drug-seizures"
                                            }))
                    @QueryParam("kind")
                    String kind,
            @Parameter(description = "Most releases on the page")
                    @QueryParam("limit")
                    @DefaultValue("50")
                    @Min(1)
                    @Max(200)
                    int limit,
            @Parameter(description = "`next` of the page before") @QueryParam("cursor") String cursor,
            @Context Request request,
            @Context UriInfo uri) {
        Page<ReleaseAnswer> page = releases.page(kindOf(kind), limit, cursor);
        return Conditional.json(request, json, Conditional.revalidated(), page, PageLink.next(uri, page));
    }

    @GET
    @Path("{id}")
    @Operation(
            operationId = "getRelease",
            summary = "Show a release with the result of each data check",
            description = "Where it comes from, the months that it covers, and what was found when it was compared with"
                    + " itself and with the releases before it. A withdrawn release is still shown, with the reason.")
    @APIResponse(
            responseCode = "200",
            description = "The release",
            content = @Content(schema = @Schema(implementation = ReleaseAnswer.class)))
    @APIResponse(responseCode = "304", description = "The client's copy is up to date")
    @APIResponse(
            responseCode = "404",
            description = "There is no such release",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Response get(@PathParam("id") String id, @Context Request request) {
        return Conditional.json(request, json, Conditional.revalidated(), releases.answer(id));
    }

    @POST
    @Path("{id}/withdrawal")
    @RolesAllowed({"statistics-publisher", "admin"})
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "withdrawRelease",
            summary = "Withdraw a release that was published by mistake",
            description = "It stays readable by its id, and serves no view any more. The same file can then be imported"
                    + " anew. A withdrawal can't be undone.")
    @APIResponse(
            responseCode = "200",
            description = "The release as it is now",
            content = @Content(schema = @Schema(implementation = ReleaseAnswer.class)))
    @APIResponse(
            responseCode = "400",
            description = "The reason is missing",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "404",
            description = "There is no such release",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "409",
            description = "It is withdrawn already",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public ReleaseAnswer withdraw(@PathParam("id") String id, @NotNull @Valid Reason body) {
        return releases.withdraw(id, body.reason().strip());
    }

    /** Why a release is withdrawn. */
    @Schema(name = "WithdrawalReason")
    record Reason(
            @NotBlank
            @Size(max = 1000)
            @Schema(required = true, examples = "The file of another month was sent under this date")
            String reason) {}

    private static ReleaseKind kindOf(String code) {
        if (code == null) {
            return null;
        }
        return Stream.of(ReleaseKind.values())
                .filter(kind -> kind.code().equals(code))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid(
                        "kind",
                        "'" + code + "' is not known; valid values are "
                                + Stream.of(ReleaseKind.values())
                                        .map(ReleaseKind::code)
                                        .collect(Collectors.joining(", "))));
    }
}
