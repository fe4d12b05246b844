package org.puente.statistics.figure;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
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
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.puente.kit.conditional.Conditional;
import org.puente.kit.page.Page;
import org.puente.kit.problem.Problem;
import org.puente.kit.problem.Refusal;
import org.puente.statistics.figure.check.Check;
import org.puente.statistics.figure.check.Checker;
import org.puente.statistics.figure.check.Claim;

/** Checks of figures, those in the ledger and others. */
@Path("/v1/figures")
@Tag(name = "figures")
@Produces(MediaType.APPLICATION_JSON)
class CheckResource {

    private static final int MOST = 50;

    private final Figures figures;
    private final Checker checker;
    private final ObjectMapper json;

    CheckResource(Figures figures, Checker checker, ObjectMapper json) {
        this.figures = figures;
        this.checker = checker;
        this.json = json;
    }

    @GET
    @Path("{slug}/check")
    @Operation(
            operationId = "checkFigure",
            summary = "Compare a figure with the official data of the day it was said and of today",
            description = "The rules of tolerance are stated in docs/methods.md.")
    @APIResponse(
            responseCode = "200",
            description = "The verdict, both values and why",
            content = @Content(schema = @Schema(implementation = Check.class)))
    @APIResponse(responseCode = "304", description = "The client's copy is up to date")
    @APIResponse(
            responseCode = "400",
            description = "The figure's filters name a code that no imported file has",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "404",
            description = "There is no such figure",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Response checkStored(
            @Parameter(example = "southwest-november-2023") @PathParam("slug") String slug, @Context Request request) {
        Check check = checker.check(figures.get(slug).claim());
        return Conditional.json(request, json, Conditional.revalidated(), check);
    }

    /** All of them, so that its items are documented. */
    @Schema(
            name = "FigureChecks",
            requiredProperties = {"items", "total", "next"})
    interface FigureChecks {
        List<CheckedFigure> getItems();

        long getTotal();

        @Schema(nullable = true)
        String getNext();
    }

    @GET
    @Path("checks")
    @Operation(
            operationId = "checkFigures",
            summary = "Compare several figures with the official data at once",
            description =
                    "Each is checked as if it were asked for alone, and one that can't be doesn't fail the others.")
    @APIResponse(
            responseCode = "200",
            description = "All checks, in the order in which the figures are named",
            content = @Content(schema = @Schema(implementation = FigureChecks.class)))
    @APIResponse(responseCode = "304", description = "The client's copy is up to date")
    @APIResponse(
            responseCode = "400",
            description = "No figure is named, or too many are",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "503",
            description = "The figures can't be read now; try again shortly",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Response checkSeveral(
            @Parameter(
                            description = "Slugs with commas between, at most 50",
                            required = true,
                            example = "southwest-november-2023,nationwide-november-2023")
                    @QueryParam("figure")
                    String figure,
            @Context Request request) {
        List<String> slugs = figure == null
                ? List.of()
                : Stream.of(figure.split(","))
                        .filter(slug -> !slug.isEmpty())
                        .distinct()
                        .toList();
        if (slugs.isEmpty() || slugs.size() > MOST) {
            throw Refusal.invalid("figure", "names 1 to " + MOST + " figures with commas between");
        }
        Map<String, Claim> claims = figures.claims(slugs);
        List<CheckedFigure> checked =
                slugs.stream().map(slug -> checked(slug, claims.get(slug))).toList();
        return Conditional.json(request, json, Conditional.revalidated(), new Page<>(checked, checked.size(), null));
    }

    private CheckedFigure checked(String slug, Claim claim) {
        try {
            if (claim == null) {
                throw Refusal.unknown("figure", slug);
            }
            return new CheckedFigure(slug, checker.check(claim), null);
        } catch (Refusal refusal) {
            if (refusal.kind() == Refusal.Kind.UNAVAILABLE) {
                throw refusal;
            }
            return new CheckedFigure(slug, null, refusal.getMessage());
        }
    }

    @POST
    @PermitAll
    @Path("check")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "checkClaim",
            summary = "Compare any figure with the official data; nothing is stored",
            description = "Without `saidOn` today's data alone judge.")
    @APIResponse(
            responseCode = "200",
            description = "The verdict, both values and why",
            content = @Content(schema = @Schema(implementation = Check.class)))
    @APIResponse(
            responseCode = "400",
            description = "The body is not JSON of this shape, or a code doesn't exist; the valid ones are named",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "422",
            description = "The claim doesn't fit together: everything that doesn't is named",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Check check(@NotNull Claim claim) {
        checker.validate(claim);
        return checker.check(claim);
    }
}
