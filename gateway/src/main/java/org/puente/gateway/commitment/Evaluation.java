package org.puente.gateway.commitment;

import io.smallrye.mutiny.Uni;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.puente.gateway.diplomacy.Commitment;
import org.puente.gateway.statistics.Release;
import org.puente.gateway.statistics.Series;
import org.puente.gateway.statistics.Statistics;
import org.puente.gateway.upstream.Endpoint;
import org.puente.gateway.upstream.Fanout;
import org.puente.kit.problem.Refusal;

/** An indicator against the official data. */
@Schema(name = "IndicatorEvaluation", description = "An indicator against the official data")
public record Evaluation(
        @Schema(
                description = "Of the newest month that counts: met, not-met, or undecided where no month is covered",
                examples = "not-met")
        String verdict,

        @Schema(description = "The newest month that counts; null where none is covered", nullable = true)
        Month latest,

        @Schema(description = "In how many months it was met")
        int met,

        @Schema(description = "How many months count and are covered")
        int of,

        List<Month> months,
        String unit,
        List<Release> releases,
        String citation,
        String permalink) {

    /** One month against the threshold. */
    @Schema(name = "IndicatorMonth", description = "One month against the threshold")
    public record Month(@Schema(examples = "2024-01") String period, BigDecimal value, boolean met) {}

    /** What the indicator asks of the statistics service, up to its deadline or, where that is open, up to a day. */
    private static Endpoint.Read<Series> query(Commitment.Indicator indicator, LocalDate today, LocalDate asOf) {
        Endpoint<Series> endpoint = endpoint(indicator.dataset());
        LocalDate end = Optional.ofNullable(indicator.deadline())
                .filter(deadline -> deadline.isBefore(today))
                .orElse(today);
        Endpoint.Read<Series> read = endpoint.at()
                .with("from", indicator.from() == null ? null : YearMonth.from(indicator.from()))
                .with("to", YearMonth.from(end))
                .with("transform", indicator.transform())
                .with("asOf", asOf);
        if (endpoint.parameters().contains("measure")) {
            read = read.with("measure", indicator.measure());
        }
        if (indicator.filters() != null) {
            for (var filter : indicator.filters().entrySet()) {
                if (!endpoint.parameters().contains(filter.getKey())) {
                    throw unusable("there is no dimension '" + filter.getKey() + "'");
                }
                read = read.with(filter.getKey(), String.join(",", filter.getValue()));
            }
        }
        return read;
    }

    private static Endpoint<Series> endpoint(String dataset) {
        return switch (dataset) {
            case "encounters" -> Statistics.ENCOUNTERS;
            case "drug-seizures" -> Statistics.DRUG_SEIZURES;
            default -> throw unusable("there is no dataset '" + dataset + "'");
        };
    }

    private static Refusal unusable(String why) {
        return new Refusal(Refusal.Kind.UNPROCESSABLE, "The indicator can't be evaluated: " + why);
    }

    static Evaluation of(Commitment.Indicator indicator, Series series) {
        List<Month> months = series.only().map(Series.Line::points).orElse(List.of()).stream()
                .filter(point -> point.value() != null)
                .map(point -> new Month(point.period(), point.value(), met(indicator, point.value())))
                .toList();
        Month latest = months.isEmpty() ? null : months.get(months.size() - 1);
        return new Evaluation(
                latest == null ? "undecided" : latest.met() ? "met" : "not-met",
                latest,
                (int) months.stream().filter(Month::met).count(),
                months.size(),
                months,
                series.unit(),
                series.releases(),
                series.citation(),
                series.permalink());
    }

    private static boolean met(Commitment.Indicator indicator, BigDecimal value) {
        int compared = value.compareTo(indicator.threshold());
        return switch (indicator.comparator()) {
            case "below" -> compared < 0;
            case "at-most" -> compared <= 0;
            case "at-least" -> compared >= 0;
            case "above" -> compared > 0;
            default -> throw unusable("there is no comparator '" + indicator.comparator() + "'");
        };
    }

    /**
     * The evaluation of one indicator; null where statistics is missing, which the fan-out then names.
     *
     * @param today the day up to which months count
     * @param asOf  only what was published by the end of that day counts; null for all
     * @throws Refusal as unprocessable where the indicator names something that the statistics don't have
     */
    public static Uni<Evaluation> in(Fanout fanout, Commitment.Indicator indicator, LocalDate today, LocalDate asOf) {
        return fanout.optional(query(indicator, today, asOf))
                .map(series -> series == null ? null : of(indicator, series));
    }
}
