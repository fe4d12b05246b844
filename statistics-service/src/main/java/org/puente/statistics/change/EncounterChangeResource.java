package org.puente.statistics.change;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.puente.kit.query.OwnQuery;
import org.puente.statistics.dataset.Dataset;

/** What changed in encounters after an event; {@link ChangeDocument} documents its parameters and errors. */
@Path("/v1/encounters/change")
@Tag(name = "change", description = "What changed after a date, seasonally honest, or why that can't be said")
class EncounterChangeResource {

    private final ChangeDelivery delivery;

    EncounterChangeResource(ChangeDelivery delivery) {
        this.delivery = delivery;
    }

    @GET
    @OwnQuery
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Get what changed in encounters after an event")
    @APIResponse(
            responseCode = "200",
            description = "What changed; with `confidence: refused` why that can't be said",
            content = @Content(schema = @Schema(implementation = ChangeAnswer.class)))
    public Response getEncounterChange(@Context UriInfo uri, @Context Request request) {
        return delivery.answer(Dataset.ENCOUNTERS, uri, request);
    }
}
