package org.puente.statistics.change;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.puente.kit.problem.Problem;
import org.puente.statistics.dataset.Dataset;

/** What changed in encounters after each of several events, in one call. */
@Path("/v1/encounters/changes")
@Tag(name = "change")
class EncounterChangesResource {

    private final ChangeDelivery delivery;

    EncounterChangesResource(ChangeDelivery delivery) {
        this.delivery = delivery;
    }

    /** All of them, so that its items are documented. */
    @Schema(
            name = "ChangeOutcomes",
            requiredProperties = {"items", "total", "next"})
    interface ChangeOutcomes {
        List<ChangeOutcome> getItems();

        long getTotal();

        @Schema(nullable = true)
        String getNext();
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "getEncounterChanges",
            summary = "Get what changed in encounters after each of several events",
            description =
                    "Each is answered as if it were asked for alone, and one that is refused doesn't fail the others.")
    @APIResponse(
            responseCode = "200",
            description = "All of them, in the order in which they were asked for",
            content = @Content(schema = @Schema(implementation = ChangeOutcomes.class)))
    @APIResponse(responseCode = "304", description = "The client's copy is up to date")
    @APIResponse(
            responseCode = "400",
            description = "Nothing is asked for, or too much",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "503",
            description = "The figures can't be read now; try again shortly",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Response getEncounterChanges(
            @Parameter(
                            description =
                                    "The query of `GET /v1/encounters/change`, with its `=` and `&` written as %3D and"
                                            + " %26; at most 50 times",
                            required = true,
                            example = "event=2023-05-11&region=southwest")
                    @QueryParam("change")
                    List<String> change,
            @Context Request request) {
        return delivery.answers(Dataset.ENCOUNTERS, change, request);
    }
}
