package org.puente.gateway.port;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.puente.gateway.diplomacy.Diplomacy;
import org.puente.gateway.diplomacy.Port;
import org.puente.gateway.statistics.Statistics;
import org.puente.gateway.upstream.Fanout;
import org.puente.gateway.upstream.Joins;
import org.puente.kit.problem.Problem;

@Path("/api/v1/ports")
@Tag(name = "Joins")
@Produces(MediaType.APPLICATION_JSON)
class PortResource {

    private static final int MONTHS_AROUND = 6;

    private final Joins joins;

    PortResource(Joins joins) {
        this.joins = joins;
    }

    @GET
    @Path("{slug}")
    @Operation(
            operationId = "getPort",
            summary = "A port of entry, its measures, and the series of its area around them",
            description = "Each measure comes with the encounters in the port's area in the months before, during and"
                    + " after it. What one of the services can't give is named in `missing`.")
    @APIResponse(
            responseCode = "200",
            description = "The port",
            content = @Content(schema = @Schema(implementation = PortPage.class)))
    @APIResponse(responseCode = "304", description = "The client's copy is up to date")
    @APIResponse(
            responseCode = "404",
            description = "There is no such port",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Uni<Response> port(
            @Parameter(example = "lukeville") @RestPath String slug,
            @Parameter(description = "The day for which its status is told; today where it isn't given") @RestQuery
                    LocalDate on,
            Request request) {
        return joins.answer(
                request, fanout -> fanout.required(Diplomacy.PORT.at(slug).with("on", on))
                        .flatMap(port -> join(fanout, port)));
    }

    private static Uni<PortPage> join(Fanout fanout, Port port) {
        if (port.area() == null || port.measures().isEmpty()) {
            return Uni.createFrom().item(new PortPage(port, null, fanout.missing()));
        }
        LocalDate first = port.measures().stream()
                .map(Port.Measure::from)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        LocalDate last = port.measures().stream()
                .map(measure -> measure.until() == null ? measure.from() : measure.until())
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return fanout.optional(Statistics.ENCOUNTERS
                        .at()
                        .with("area", port.area())
                        .with("from", YearMonth.from(first).minusMonths(MONTHS_AROUND))
                        .with("to", YearMonth.from(last).plusMonths(MONTHS_AROUND)))
                .map(series -> new PortPage(
                        port, series == null ? null : PortPage.AreaSeries.of(port.area(), series), fanout.missing()));
    }
}
