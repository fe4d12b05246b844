package org.puente.gateway.briefing;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.puente.gateway.diplomacy.Diplomacy;
import org.puente.gateway.diplomacy.Items;
import org.puente.gateway.statistics.Series;
import org.puente.gateway.statistics.Statistics;
import org.puente.gateway.upstream.Fanout;
import org.puente.gateway.upstream.Joins;
import org.puente.kit.problem.Problem;

@Path("/api/v1/briefing")
@Tag(name = "Joins", description = "Both contexts in one answer")
@Produces(MediaType.APPLICATION_JSON)
class BriefingResource {

    private static final int DAYS_AROUND = 30;

    private final Joins joins;
    private final Clock clock;

    BriefingResource(Joins joins, Clock clock) {
        this.joins = joins;
        this.clock = clock;
    }

    @GET
    @Operation(
            operationId = "getBriefing",
            summary = "The state of things on a day",
            description =
                    "The newest official month known on that day, the agreements in force, and the engagements of "
                            + "the 30 days around it. With one service down it still answers and names what is missing.")
    @APIResponse(
            responseCode = "200",
            description = "The briefing",
            content = @Content(schema = @Schema(implementation = Briefing.class)))
    @APIResponse(responseCode = "304", description = "The client's copy is up to date")
    @APIResponse(
            responseCode = "400",
            description = "The date can't be read",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Uni<Response> briefing(
            @Parameter(description = "A day; today where it isn't given", example = "2023-12-27") @RestQuery
                    LocalDate on,
            Request request) {
        LocalDate day = on == null ? LocalDate.now(clock) : on;
        return joins.answer(request, fanout -> join(fanout, day));
    }

    private Uni<Briefing> join(Fanout fanout, LocalDate on) {
        Uni<Series> encounters = fanout.optional(Statistics.ENCOUNTERS
                .at()
                .with("region", "southwest")
                .with("to", YearMonth.from(on))
                .with("asOf", on));
        Uni<Items<org.puente.gateway.diplomacy.Agreement>> agreements = items(fanout.optional(Diplomacy.AGREEMENTS
                .at()
                .with("on", on)
                .with("status", "in-force")
                .with("limit", 200)));
        Uni<Items<org.puente.gateway.diplomacy.Engagement>> engagements = items(fanout.optional(Diplomacy.ENGAGEMENTS
                .at()
                .with("from", on.minusDays(DAYS_AROUND))
                .with("to", on.plusDays(DAYS_AROUND))
                .with("limit", 200)));
        return Uni.combine()
                .all()
                .unis(encounters, agreements, engagements)
                .with((series, inForce, talks) ->
                        new Briefing(on, latest(series), list(inForce), list(talks), fanout.missing()));
    }

    private static <T> Uni<Items<T>> items(Uni<? extends Items<T>> page) {
        return page.map(items -> items);
    }

    private static <T> List<T> list(Items<T> page) {
        return page == null ? null : page.items();
    }

    private static Briefing.LatestMonth latest(Series series) {
        return series == null
                ? null
                : series.only()
                        .flatMap(Series.Line::latest)
                        .map(point -> new Briefing.LatestMonth(
                                point.period(),
                                point.value(),
                                series.unit(),
                                point.status(),
                                series.releases(),
                                series.citation(),
                                series.permalink()))
                        .orElse(null);
    }
}
