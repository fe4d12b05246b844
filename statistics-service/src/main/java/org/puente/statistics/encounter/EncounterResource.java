package org.puente.statistics.encounter;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.puente.kit.query.OwnQuery;
import org.puente.statistics.dataset.Dataset;
import org.puente.statistics.format.Format;
import org.puente.statistics.format.SeriesBody;
import org.puente.statistics.format.SeriesDelivery;
import org.puente.statistics.format.SeriesDelivery.Asked;
import org.puente.statistics.overview.Availability;
import org.puente.statistics.overview.Dimensions;
import org.puente.statistics.overview.Overviews;
import org.puente.statistics.overview.Summary;

/** Parameters and errors are documented by {@code SeriesDocument}, from the dataset itself. */
@Path("/v1/encounters")
@Tag(name = "encounters", description = "Encounters of people by US Customs and Border Protection")
class EncounterResource {

    private final SeriesDelivery delivery;
    private final Overviews overviews;

    EncounterResource(SeriesDelivery delivery, Overviews overviews) {
        this.delivery = delivery;
        this.overviews = overviews;
    }

    @GET
    @Path("series")
    @OwnQuery
    @Produces({Format.JSON_TYPE, Format.CSV_TYPE, Format.NDJSON_TYPE, Format.JSON_STAT_TYPE, Format.SDMX_CSV_TYPE})
    @Operation(summary = "Get series of encounters, filtered, grouped and transformed")
    @APIResponse(
            responseCode = "200",
            description = "One page of series",
            content = @Content(schema = @Schema(implementation = SeriesBody.class)))
    public Uni<Response> getEncounterSeries(
            @Context HttpServerRequest http, @Context HttpHeaders headers, @Context Request conditions) {
        return delivery.answer(Dataset.ENCOUNTERS, new Asked(http, headers, conditions));
    }

    @GET
    @Path("summary")
    @OwnQuery
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Get a month of encounters at a glance")
    @APIResponse(
            responseCode = "200",
            description = "The month, compared",
            content = @Content(schema = @Schema(implementation = Summary.class)))
    public Response getEncounterSummary(
            @Context HttpServerRequest http, @Context HttpHeaders headers, @Context Request conditions) {
        return overviews.summary(Dataset.ENCOUNTERS, new Asked(http, headers, conditions));
    }

    @GET
    @Path("dimensions")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "List the dimensions of encounters and their codes")
    @APIResponse(
            responseCode = "200",
            description = "Every dimension with its codes",
            content = @Content(schema = @Schema(implementation = Dimensions.class)))
    public Response getEncounterDimensions(
            @Context HttpServerRequest http, @Context HttpHeaders headers, @Context Request conditions) {
        return overviews.dimensions(Dataset.ENCOUNTERS, new Asked(http, headers, conditions));
    }

    @GET
    @Path("availability")
    @OwnQuery
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Get the codes and months that a filter leaves of the encounters")
    @APIResponse(
            responseCode = "200",
            description = "Codes and months that remain",
            content = @Content(schema = @Schema(implementation = Availability.class)))
    public Response getEncounterAvailability(
            @Context HttpServerRequest http, @Context HttpHeaders headers, @Context Request conditions) {
        return overviews.availability(Dataset.ENCOUNTERS, new Asked(http, headers, conditions));
    }
}
