package org.puente.gateway.timeline;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.puente.gateway.diplomacy.Diplomacy;
import org.puente.gateway.diplomacy.TimelineEntry;
import org.puente.gateway.statistics.Months;
import org.puente.gateway.statistics.Series;
import org.puente.gateway.statistics.Statistics;
import org.puente.gateway.upstream.Endpoint;
import org.puente.gateway.upstream.Fanout;
import org.puente.gateway.upstream.Joins;
import org.puente.kit.page.Page;
import org.puente.kit.page.PageLink;
import org.puente.kit.problem.Problem;

@Path("/api/v1/timeline")
@Tag(name = "Joins")
@Produces(MediaType.APPLICATION_JSON)
class TimelineResource {

    private final Joins joins;

    TimelineResource(Joins joins) {
        this.joins = joins;
    }

    /** What a client may ask the timeline for, as the diplomacy service reads it. */
    static class Filter {

        @Parameter(description = "The first day", example = "2023-05-01")
        @RestQuery
        LocalDate from;

        @Parameter(description = "The last day", example = "2024-01-31")
        @RestQuery
        LocalDate to;

        @Parameter(description = "engagement, agreement-action, port-measure, assessment, event; several with commas")
        @RestQuery
        String kind;

        @Parameter(description = "Slugs of topics")
        @RestQuery
        String topic;

        @Parameter(description = "Codes of parties", example = "MEX")
        @RestQuery
        String party;

        @Parameter(description = "Codes of countries, as parties or by their nationals", example = "VEN")
        @RestQuery
        String country;

        @Parameter(description = "date, or -date for the newest first")
        @RestQuery
        String sort;

        @Parameter(description = "Most entries on the page")
        @RestQuery
        Integer limit;

        @Parameter(description = "`next` of the page before")
        @RestQuery
        String cursor;

        Endpoint.Read<TimelineEntry.Timeline> read() {
            return Diplomacy.TIMELINE
                    .at()
                    .with("from", from)
                    .with("to", to)
                    .with("kind", kind)
                    .with("topic", topic)
                    .with("party", party)
                    .with("country", country)
                    .with("sort", sort)
                    .with("limit", limit)
                    .with("cursor", cursor);
        }
    }

    @GET
    @Operation(
            operationId = "getTimeline",
            summary = "What happened, each entry with the figure of its month",
            description = "Engagements, actions on agreements, port measures, assessments and events in order of date, "
                    + "each with the encounters at the southwest border in its month and their change on the year.")
    @APIResponse(
            responseCode = "200",
            description = "One page",
            content = @Content(schema = @Schema(implementation = TimelinePage.class)))
    @APIResponse(responseCode = "304", description = "The client's copy is up to date")
    @APIResponse(
            responseCode = "400",
            description = "A parameter is wrong; the valid values are named",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Uni<Response> timeline(Filter filter, UriInfo uri, Request request) {
        AtomicReference<String> link = new AtomicReference<>();
        return joins.answer(request, fanout -> fanout.required(filter.read()).flatMap(page -> {
                    link.set(PageLink.next(uri, new Page<>(List.of(), page.total(), page.next())));
                    return join(fanout, page);
                }))
                .map(answer -> link.get() == null
                        ? answer
                        : Response.fromResponse(answer)
                                .header(HttpHeaders.LINK, link.get())
                                .build());
    }

    private static Uni<TimelinePage> join(Fanout fanout, TimelineEntry.Timeline page) {
        if (page.items().isEmpty()) {
            return Uni.createFrom().item(new TimelinePage(List.of(), page.total(), page.next(), fanout.missing()));
        }
        Comparator<YearMonth> order = Comparator.naturalOrder();
        List<YearMonth> months =
                page.items().stream().map(entry -> YearMonth.from(entry.date())).toList();
        Endpoint.Read<Series> figures = Statistics.ENCOUNTERS
                .at()
                .with("region", "southwest")
                .with("from", months.stream().min(order).orElseThrow())
                .with("to", months.stream().max(order).orElseThrow());
        return Uni.combine()
                .all()
                .unis(fanout.optional(figures), fanout.optional(figures.with("transform", "year-on-year")))
                .with((level, change) -> {
                    Months values = new Months(level);
                    Months changes = new Months(change);
                    List<TimelinePage.Entry> items = page.items().stream()
                            .map(entry -> TimelinePage.Entry.of(entry, month(entry, values, changes)))
                            .toList();
                    return new TimelinePage(items, page.total(), page.next(), fanout.missing());
                });
    }

    private static TimelinePage.Month month(TimelineEntry entry, Months values, Months changes) {
        YearMonth month = YearMonth.from(entry.date());
        return values.at(month) == null
                ? null
                : new TimelinePage.Month(month.toString(), values.at(month), changes.at(month));
    }
}
