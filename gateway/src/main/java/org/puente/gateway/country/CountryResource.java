package org.puente.gateway.country;

import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.YearMonth;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.puente.gateway.diplomacy.Agreement;
import org.puente.gateway.diplomacy.Country;
import org.puente.gateway.diplomacy.Diplomacy;
import org.puente.gateway.diplomacy.Position;
import org.puente.gateway.statistics.Figure;
import org.puente.gateway.statistics.Month;
import org.puente.gateway.statistics.Series;
import org.puente.gateway.statistics.Statistics;
import org.puente.gateway.upstream.Fanout;
import org.puente.gateway.upstream.Joins;
import org.puente.kit.problem.Problem;
import org.puente.kit.problem.Refusal;

@Path("/api/v1/countries")
@Tag(name = "Joins")
@Produces(MediaType.APPLICATION_JSON)
class CountryResource {

    private static final int MOST = 200;

    private final Joins joins;

    CountryResource(Joins joins) {
        this.joins = joins;
    }

    @GET
    @Path("{code}")
    @Operation(
            operationId = "getCountry",
            summary = "A country as both contexts see it",
            description = "Encounters of its citizens by month with their rank among all citizenships, agreements that "
                    + "name it, positions about it, and figures said about its nationals.")
    @APIResponse(
            responseCode = "200",
            description = "The country",
            content = @Content(schema = @Schema(implementation = CountryPage.class)))
    @APIResponse(responseCode = "304", description = "The client's copy is up to date")
    @APIResponse(
            responseCode = "400",
            description = "This is no country code, or a month can't be read",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "404",
            description = "Neither context knows this country",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Uni<Response> country(
            @Parameter(description = "ISO 3166-1 alpha-3", example = "VEN")
                    @Pattern(regexp = "[A-Z]{3}", message = "must be three capital letters, such as VEN")
                    @RestPath
                    String code,
            @Parameter(description = "The first month; all that is known where it isn't given", example = "2022-10")
                    @RestQuery
                    String from,
            @Parameter(description = "The last month", example = "2023-11") @RestQuery String to,
            Request request) {
        YearMonth first = Month.parse("from", from);
        YearMonth last = Month.parse("to", to);
        return joins.answer(request, fanout -> join(fanout, code, first, last));
    }

    private static Uni<CountryPage> join(Fanout fanout, String code, YearMonth from, YearMonth to) {
        Uni<Series> all = fanout.optional(Statistics.ENCOUNTERS
                .at()
                .with("groupBy", "citizenship")
                .with("limit", MOST)
                .with("from", from)
                .with("to", to));
        Uni<Country> country = fanout.optionalOrAbsent(Diplomacy.COUNTRY.at(code));
        Uni<Agreement.Agreements> agreements =
                fanout.optional(Diplomacy.AGREEMENTS.at().with("country", code).with("limit", MOST));
        Uni<Position.Positions> positions =
                fanout.optional(Diplomacy.POSITIONS.at().with("country", code).with("limit", MOST));
        Uni<Figure.Figures> figures = fanout.optional(Statistics.FIGURES.at().with("limit", MOST));
        return Uni.combine()
                .all()
                .unis(all, country, agreements, positions, figures)
                .with((series, party, agreed, said, reported) -> {
                    CountryPage.Encounters encounters = series == null ? null : CountryPage.encounters(series, code);
                    if (encounters == null && party == null && fanout.missing().isEmpty()) {
                        throw Refusal.unknown("country", code);
                    }
                    return new CountryPage(
                            code,
                            party == null ? null : party.name(),
                            encounters,
                            agreed == null ? null : agreed.items(),
                            said == null ? null : said.items(),
                            reported == null ? null : about(reported.items(), code),
                            fanout.missing());
                });
    }

    private static List<Figure> about(List<Figure> figures, String code) {
        return figures.stream()
                .filter(figure -> figure.claim() != null && figure.claim().filters() != null)
                .filter(figure -> List.of(figure.claim()
                                .filters()
                                .getOrDefault("citizenship", "")
                                .split(","))
                        .contains(code))
                .toList();
    }
}
