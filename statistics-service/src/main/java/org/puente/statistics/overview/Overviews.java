package org.puente.statistics.overview;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import org.puente.kit.conditional.Conditional;
import org.puente.kit.problem.Refusal;
import org.puente.statistics.calendar.Frequency;
import org.puente.statistics.calendar.Period;
import org.puente.statistics.dataset.Codes;
import org.puente.statistics.dataset.Dataset;
import org.puente.statistics.format.Parameters;
import org.puente.statistics.format.SeriesDelivery.Asked;
import org.puente.statistics.release.Catalog;
import org.puente.statistics.release.Release;
import org.puente.statistics.series.Citation;
import org.puente.statistics.series.QueryParser;
import org.puente.statistics.series.SeriesEngine;
import org.puente.statistics.series.SeriesQuery;
import org.puente.statistics.series.Slice;

/** Answers requests for overviews of a dataset. They read the figures of all months, so they belong on a worker. */
@ApplicationScoped
public class Overviews {

    private static final CacheControl SHORT = Conditional.fresh(Duration.ofMinutes(1));
    private static final CacheControl FOREVER = Conditional.immutable();

    private final Catalog catalog;
    private final SeriesEngine engine;
    private final ObjectMapper json;

    Overviews(Catalog catalog, SeriesEngine engine, ObjectMapper json) {
        this.catalog = catalog;
        this.engine = engine;
        this.json = json;
    }

    /** A {@link Summary}. */
    public Response summary(Dataset dataset, Asked asked) {
        Map<String, String> parameters =
                Parameters.SUMMARY.read(dataset, asked.http().query());
        SeriesQuery query = QueryParser.parse(dataset, parameters, codes(dataset));
        Summaries summaries = new Summaries(engine, query.slice(), query.vantage(), month(parameters.get("month")));
        List<Release> releases = summaries.releases();
        String permalink = asked.prefix() + "/v1/" + dataset.code() + "/summary?"
                + parameters(query.slice(), summaries.month(), releases);
        Summary summary = summaries.summary(Citation.of(releases), permalink);
        return answer(asked, summary, query.vantage().releases().isEmpty() ? SHORT : FOREVER);
    }

    private static Optional<YearMonth> month(String text) {
        if (text == null) {
            return Optional.empty();
        }
        Period period = QueryParser.period("month", text);
        if (period.frequency() != Frequency.MONTH) {
            throw Refusal.invalid("month", "'" + text + "' is not a month, which is written 2023-11");
        }
        return Optional.of(period.first());
    }

    private static String parameters(Slice slice, YearMonth month, List<Release> releases) {
        StringJoiner text = new StringJoiner("&");
        slice.filters().forEach((dimension, filter) -> text.add(dimension.code() + "=" + filter));
        text.add("measure=" + slice.measure().code()).add("month=" + month);
        text.add(
                "release=" + String.join(",", releases.stream().map(Release::id).toList()));
        return text.toString();
    }

    /** An {@link Availability}. */
    public Response availability(Dataset dataset, Asked asked) {
        Map<String, String> parameters =
                Parameters.AVAILABILITY.read(dataset, asked.http().query());
        SeriesQuery query = QueryParser.parse(dataset, parameters, codes(dataset));
        Availabilities availabilities = new Availabilities(
                engine,
                query.slice(),
                query.vantage(),
                query.from().map(Period::first),
                query.to().map(Period::last));
        return answer(asked, availabilities.availability(), SHORT);
    }

    /** The {@link Dimensions}. */
    public Response dimensions(Dataset dataset, Asked asked) {
        return answer(asked, Dimensions.of(dataset, codes(dataset)), SHORT);
    }

    private Codes codes(Dataset dataset) {
        return catalog.snapshot().codes().get(dataset);
    }

    private Response answer(Asked asked, Object body, CacheControl freshness) {
        return Conditional.json(asked.conditions(), json, freshness, body);
    }
}
