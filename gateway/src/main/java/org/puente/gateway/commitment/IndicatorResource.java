package org.puente.gateway.commitment;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.puente.gateway.diplomacy.Commitment;
import org.puente.gateway.diplomacy.Diplomacy;
import org.puente.gateway.upstream.Fanout;
import org.puente.gateway.upstream.Joins;
import org.puente.kit.problem.Problem;
import org.puente.kit.problem.Refusal;

@Path("/api/v1/commitments")
@Tag(name = "Joins")
@Produces(MediaType.APPLICATION_JSON)
class IndicatorResource {

    private final Joins joins;
    private final Clock clock;

    IndicatorResource(Joins joins, Clock clock) {
        this.joins = joins;
        this.clock = clock;
    }

    @GET
    @Path("{slug}/indicator")
    @Operation(
            operationId = "getCommitmentIndicator",
            summary = "Evaluate the number that a commitment is measured by",
            description = "Each month from the indicator's first day to its deadline is held against its threshold. "
                    + "Whether the commitment is kept is for its assessments to say, with evidence.")
    @APIResponse(
            responseCode = "200",
            description = "The evaluation",
            content = @Content(schema = @Schema(implementation = IndicatorAnswer.class)))
    @APIResponse(responseCode = "304", description = "The client's copy is up to date")
    @APIResponse(
            responseCode = "404",
            description = "There is no such commitment, or it has no indicator",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "422",
            description = "The indicator names something that the statistics don't have",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Uni<Response> indicator(
            @Parameter(example = "fewer-migrants-across-mexico") @RestPath String slug,
            @Parameter(description = "The day up to which months count; today where it isn't given") @RestQuery
                    LocalDate on,
            Request request) {
        LocalDate day = on == null ? LocalDate.now(clock) : on;
        return joins.answer(
                request, fanout -> fanout.required(Diplomacy.COMMITMENT.at(slug).with("on", on))
                        .flatMap(commitment -> evaluated(fanout, commitment, day)));
    }

    private static Uni<IndicatorAnswer> evaluated(Fanout fanout, Commitment commitment, LocalDate day) {
        if (commitment.indicator() == null) {
            throw new Refusal(Refusal.Kind.UNKNOWN, "The commitment '" + commitment.slug() + "' has no indicator");
        }
        return Evaluation.in(fanout, commitment.indicator(), day, null)
                .map(evaluation -> new IndicatorAnswer(commitment, evaluation, fanout.missing()));
    }
}
