package org.puente.statistics.figure;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.puente.kit.conditional.IfMatch;
import org.puente.kit.problem.Problem;

/** Changes to the ledger of reported figures. */
@Path("/v1/figures")
@Tag(name = "figures")
@Produces(MediaType.APPLICATION_JSON)
class EditResource {

    private final Figures figures;

    EditResource(Figures figures) {
        this.figures = figures;
    }

    @POST
    @RolesAllowed({"figures-editor", "admin"})
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "addFigure",
            summary = "Enter a figure into the ledger",
            description =
                    "Its claim says in the terms of the data what was said; `POST /v1/figures/check` tries one first.")
    @APIResponse(
            responseCode = "201",
            description = "The figure",
            headers = @Header(name = HttpHeaders.LOCATION, schema = @Schema(type = SchemaType.STRING, format = "uri")),
            content = @Content(schema = @Schema(implementation = FigureAnswer.class)))
    @APIResponse(
            responseCode = "400",
            description = "The body is not JSON of this shape, or a field is wrong: all of them are named",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "409",
            description = "The slug is in use",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "422",
            description = "The claim doesn't fit together",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Response add(@NotNull @Valid FigureDraft.New draft) {
        FigureAnswer figure = figures.create(draft.slug(), draft.figure());
        return Response.created(URI.create("/v1/figures/" + figure.slug()))
                .tag(FigureAnswer.tag(figure.slug(), figure.version()))
                .entity(figure)
                .build();
    }

    @PUT
    @RolesAllowed({"figures-editor", "admin"})
    @Path("{slug}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "changeFigure",
            summary = "Change a figure",
            description = "What it said before stays in its history.")
    @APIResponse(
            responseCode = "200",
            description = "The figure as it reads now",
            content = @Content(schema = @Schema(implementation = FigureAnswer.class)))
    @APIResponse(
            responseCode = "400",
            description = "The body is not JSON of this shape, or a field is wrong: all of them are named",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "404",
            description = "There is no such figure",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "412",
            description = "The figure was changed since the version that If-Match names",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "422",
            description = "The claim doesn't fit together",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "428",
            description = "If-Match is missing",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Response change(
            @Parameter(example = "southwest-november-2023") @PathParam("slug") String slug,
            @Parameter(description = "ETag of the version that is changed", required = true)
                    @HeaderParam(HttpHeaders.IF_MATCH)
                    String ifMatch,
            @NotNull @Valid FigureDraft.Change draft) {
        IfMatch known = IfMatch.of(ifMatch);
        FigureAnswer figure = figures.change(slug, draft.figure(), draft.reason(), known);
        return Response.ok(figure).tag(FigureAnswer.tag(slug, figure.version())).build();
    }
}
