package org.puente.gateway.impact;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.puente.gateway.diplomacy.Diplomacy;
import org.puente.gateway.upstream.Joins;
import org.puente.kit.problem.Problem;

@Path("/api/v1/agreements")
@Tag(name = "Joins")
@Produces(MediaType.APPLICATION_JSON)
class ImpactResource {

    private final Joins joins;
    private final Impacts impacts;

    ImpactResource(Joins joins, Impacts impacts) {
        this.joins = joins;
        this.impacts = impacts;
    }

    @GET
    @Path("{slug}/impact")
    @Operation(
            operationId = "getAgreementImpact",
            summary = "What changed after an agreement, and what else happened meanwhile",
            description =
                    "The agreement's dated actions and nationalities give a date and a slice. The answer compares the"
                            + " full months after with the same months of the year before and with other nationalities, names rivals"
                            + " with their overlap, the share of the days after on which they were in effect, and evaluates"
                            + " commitments that have a number. It says what changed after, never because of.")
    @APIResponse(
            responseCode = "200",
            description = "The impact; with `confidence: refused` why it can't be said",
            content = @Content(schema = @Schema(implementation = Impact.class)))
    @APIResponse(responseCode = "304", description = "The client's copy is up to date")
    @APIResponse(
            responseCode = "404",
            description = "There is no such agreement",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "422",
            description = "The agreement has no action to count from",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Uni<Response> impact(
            @Parameter(example = "return-of-third-country-nationals") @RestPath String slug,
            @Parameter(
                            description =
                                    "Only what was published, and what had happened, by the end of this day counts",
                            example = "2024-12-31")
                    @RestQuery
                    LocalDate asOf,
            Request request) {
        return joins.answer(
                request, fanout -> fanout.required(Diplomacy.AGREEMENT.at(slug).with("on", asOf))
                        .flatMap(agreement -> impacts.of(fanout, agreement, asOf)));
    }
}
