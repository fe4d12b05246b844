package org.puente.gateway.graphql;

import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;
import org.puente.gateway.statistics.Figure;
import org.puente.gateway.statistics.FigureCheck;
import org.puente.gateway.statistics.Series;
import org.puente.gateway.statistics.Statistics;

/** Series with any grouping, and figures with their checks. */
@GraphQLApi
public class StatisticsGraph {

    private static final int LARGEST_PAGE = 50;

    private final GraphRequest request;

    StatisticsGraph(GraphRequest request) {
        this.request = request;
    }

    /** The slice of a series; each filter takes codes with commas, with a leading {@code !} all but these. */
    @Name("Slice")
    public record Slice(
            String region,
            String component,
            String demographic,
            String citizenship,
            String authority,
            String type,
            String area,
            String state) {}

    @Query
    @Description("Series of encounters, filtered, grouped and transformed as /api/v1/encounters/series does")
    public Uni<Series> encounters(
            Slice slice,
            @Description("Dimensions with commas, such as component,citizenship") String groupBy,
            @Description("The first month or other period") String from,
            @Description("The last month or other period") String to,
            Integer fiscalYear,
            @Description("month, fiscal-quarter, fiscal-year, quarter or year") String freq,
            String transform,
            @Description("Only what was published by the end of this day counts") LocalDate asOf,
            @Description("The N largest groups, the others as rest") Integer top,
            @DefaultValue("50") @Description("Most series, up to 200") int limit) {
        Slice of = slice == null ? new Slice(null, null, null, null, null, null, null, null) : slice;
        return request.fanout()
                .required(Statistics.ENCOUNTERS
                        .at()
                        .with("region", of.region())
                        .with("component", of.component())
                        .with("demographic", of.demographic())
                        .with("citizenship", of.citizenship())
                        .with("authority", of.authority())
                        .with("type", of.type())
                        .with("area", of.area())
                        .with("state", of.state())
                        .with("groupBy", groupBy)
                        .with("from", from)
                        .with("to", to)
                        .with("fiscalYear", fiscalYear)
                        .with("freq", freq)
                        .with("transform", transform)
                        .with("asOf", asOf)
                        .with("top", top)
                        .with("limit", AgreementGraph.page(limit, 200)));
    }

    @Query
    @Description("Figures as people said them")
    public Uni<List<Figure>> figures(
            String speaker,
            @Description("Said on this day or later") LocalDate from,
            @Description("Said on this day or earlier") LocalDate to,
            String metric,
            String verdict,
            @DefaultValue("20") @Description("At most 50") int limit) {
        return request.fanout()
                .required(Statistics.FIGURES
                        .at()
                        .with("speaker", speaker)
                        .with("from", from)
                        .with("to", to)
                        .with("metric", metric)
                        .with("verdict", verdict)
                        .with("limit", AgreementGraph.page(limit, LARGEST_PAGE)))
                .map(Figure.Figures::items);
    }

    @Name("check")
    @Description("The figure against the official data of the day it was said, and of today")
    public Uni<List<FigureCheck>> check(@Source List<Figure> figures) {
        String slugs = figures.stream().map(Figure::slug).distinct().sorted().collect(Collectors.joining(","));
        return request.fanout()
                .required(Statistics.FIGURE_CHECKS.at().with("figure", slugs))
                .map(FigureCheck.Checks::byFigure)
                .map(checks -> figures.stream()
                        .map(figure -> checks.get(figure.slug()))
                        .toList());
    }
}
