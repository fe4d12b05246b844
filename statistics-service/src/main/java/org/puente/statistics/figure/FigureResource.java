package org.puente.statistics.figure;

import com.fasterxml.jackson.databind.ObjectMapper;
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
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.core.Variant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.puente.kit.conditional.Conditional;
import org.puente.kit.page.Page;
import org.puente.kit.page.PageLink;
import org.puente.kit.problem.Problem;
import org.puente.statistics.figure.check.Checker;
import org.puente.statistics.figure.check.Metric;
import org.puente.statistics.figure.check.Verdict;

/** The ledger of reported figures. */
@Path("/v1/figures")
@Tag(name = "figures", description = "Figures as people said them, compared with the official data")
@Produces(MediaType.APPLICATION_JSON)
class FigureResource {

    private static final MediaType REVIEW = MediaType.valueOf(ClaimReview.MEDIA_TYPE);
    private static final List<Variant> VARIANTS =
            Variant.mediaTypes(MediaType.APPLICATION_JSON_TYPE, REVIEW).build();

    private final Figures figures;
    private final Checker checker;
    private final ObjectMapper json;

    FigureResource(Figures figures, Checker checker, ObjectMapper json) {
        this.figures = figures;
        this.checker = checker;
        this.json = json;
    }

    /** A page of figures, so that its items are documented. */
    @Schema(
            name = "FigurePage",
            requiredProperties = {"items", "total", "next"})
    interface FigurePage {
        List<FigureAnswer> getItems();

        long getTotal();

        @Schema(nullable = true)
        String getNext();
    }

    @GET
    @Operation(
            operationId = "listFigures",
            summary = "List reported figures in order of the day they were said",
            description = "Each comes with the verdict of the data that are loaded now.")
    @APIResponse(
            responseCode = "200",
            description = "One page",
            headers = @Header(name = HttpHeaders.LINK, schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = FigurePage.class)))
    @APIResponse(responseCode = "304", description = "The client's copy is up to date")
    @APIResponse(
            responseCode = "400",
            description = "A parameter is wrong; the valid values are named",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Response list(
            @Parameter(description = "Only figures of this speaker, in any case", example = "CBP")
                    @QueryParam("speaker")
                    String speaker,
            @Parameter(description = "Only figures said on this day or later", example = "2023-12-22")
                    @QueryParam("from")
                    LocalDate from,
            @Parameter(description = "Only figures said on this day or earlier", example = "2023-12-28")
                    @QueryParam("to")
                    LocalDate to,
            @Parameter(description = "Only figures of this metric", example = "encounters") @QueryParam("metric")
                    String metric,
            @Parameter(description = "Only figures with this verdict by the data loaded now", example = "contradicted")
                    @QueryParam("verdict")
                    String verdict,
            @Parameter(description = "Most figures on the page")
                    @QueryParam("limit")
                    @DefaultValue("50")
                    @Min(1)
                    @Max(200)
                    int limit,
            @Parameter(description = "`next` of the page before") @QueryParam("cursor") String cursor,
            @Context Request request,
            @Context UriInfo uri) {
        FigureFilter filter = new FigureFilter(
                speaker,
                from,
                to,
                metric == null ? null : Metric.parse(metric),
                verdict == null ? null : Verdict.parse(verdict));
        Page<FigureAnswer> page = figures.page(filter, limit, cursor);
        Response answer = Conditional.json(request, json, Conditional.revalidated(), page);
        return Response.fromResponse(answer)
                .header(HttpHeaders.LINK, PageLink.next(uri, page))
                .build();
    }

    @GET
    @Path("{slug}")
    @Produces({MediaType.APPLICATION_JSON, ClaimReview.MEDIA_TYPE})
    @Operation(
            operationId = "getFigure",
            summary = "Show a figure",
            description = "As `application/ld+json` with its check, in schema.org's ClaimReview vocabulary.")
    @APIResponse(
            responseCode = "200",
            description = "The figure; the ETag names its version",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = FigureAnswer.class)),
                @Content(mediaType = ClaimReview.MEDIA_TYPE, schema = @Schema(type = SchemaType.OBJECT))
            })
    @APIResponse(responseCode = "304", description = "The client's copy is up to date")
    @APIResponse(
            responseCode = "404",
            description = "There is no such figure",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Response get(
            @Parameter(example = "southwest-november-2023") @PathParam("slug") String slug, @Context Request request) {
        FigureAnswer figure = figures.get(slug);
        if (REVIEW.equals(request.selectVariant(VARIANTS).getMediaType())) {
            return Conditional.json(
                    request, json, Conditional.revalidated(), ClaimReview.of(figure, checker.check(figure.claim())));
        }
        return Conditional.answer(
                request,
                FigureAnswer.tag(slug, figure.version()),
                Conditional.revalidated(),
                () -> Response.ok(figure));
    }

    @GET
    @Path("{slug}/history")
    @Operation(
            operationId = "getFigureHistory",
            summary = "Show every version of a figure, the newest first",
            description = "Each but the first says why the one before it was changed.")
    @APIResponse(
            responseCode = "200",
            description = "All versions",
            content = @Content(schema = @Schema(implementation = FigurePage.class)))
    @APIResponse(responseCode = "304", description = "The client's copy is up to date")
    @APIResponse(
            responseCode = "404",
            description = "There is no such figure",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Response history(
            @Parameter(example = "southwest-november-2023") @PathParam("slug") String slug, @Context Request request) {
        List<FigureAnswer> versions = figures.history(slug);
        return Conditional.json(request, json, Conditional.revalidated(), new Page<>(versions, versions.size(), null));
    }
}
