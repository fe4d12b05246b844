package org.puente.gateway.knownon;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.time.YearMonth;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.puente.gateway.diplomacy.Agreement;
import org.puente.gateway.diplomacy.Diplomacy;
import org.puente.gateway.statistics.Series;
import org.puente.gateway.statistics.Statistics;
import org.puente.gateway.upstream.Endpoint;
import org.puente.gateway.upstream.Fanout;
import org.puente.gateway.upstream.Joins;
import org.puente.kit.problem.Problem;

@Path("/api/v1/known-on")
@Tag(name = "Joins")
@Produces(MediaType.APPLICATION_JSON)
class KnownOnResource {

    private static final int MONTHS_BACK = 24;

    private final Joins joins;

    KnownOnResource(Joins joins) {
        this.joins = joins;
    }

    @GET
    @Path("{date}")
    @Operation(
            operationId = "getKnownOn",
            summary = "What was known, and what was agreed, on a day",
            description = "The figures of the southwest border of the two years before, as they were published by that "
                    + "day and as they read today, and the agreements in force.")
    @APIResponse(
            responseCode = "200",
            description = "Both ledgers as they stood",
            content = @Content(schema = @Schema(implementation = KnownOn.class)))
    @APIResponse(responseCode = "304", description = "The client's copy is up to date")
    @APIResponse(
            responseCode = "404",
            description = "This is no date",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Uni<Response> knownOn(@Parameter(example = "2023-12-28") @RestPath LocalDate date, Request request) {
        return joins.answer(request, fanout -> join(fanout, date));
    }

    private static Uni<KnownOn> join(Fanout fanout, LocalDate on) {
        Endpoint.Read<Series> today = Statistics.ENCOUNTERS
                .at()
                .with("region", "southwest")
                .with("from", YearMonth.from(on).minusMonths(MONTHS_BACK))
                .with("to", YearMonth.from(on));
        Uni<Agreement.Agreements> agreements = fanout.optional(Diplomacy.AGREEMENTS
                .at()
                .with("on", on)
                .with("status", "in-force")
                .with("limit", 200));
        return Uni.combine()
                .all()
                .unis(fanout.optional(today.with("asOf", on)), fanout.optional(today), agreements)
                .with((known, now, inForce) -> new KnownOn(
                        on,
                        known == null ? null : KnownOn.encounters(known, now),
                        inForce == null ? null : inForce.items(),
                        fanout.missing()));
    }
}
