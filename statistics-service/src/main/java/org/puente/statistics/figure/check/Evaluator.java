package org.puente.statistics.figure.check;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.puente.kit.problem.Refusal;
import org.puente.kit.wording.Sentence;
import org.puente.statistics.release.Catalog;
import org.puente.statistics.series.SeriesEngine;
import org.puente.statistics.series.Slice;
import org.puente.statistics.series.Vantage;

/** Computes from a view what a claim says. */
final class Evaluator {

    private final SeriesEngine engine;
    private final Catalog catalog;

    Evaluator(SeriesEngine engine, Catalog catalog) {
        this.engine = engine;
        this.catalog = catalog;
    }

    /** @throws Uncarried where the view doesn't hold what the claim is about */
    Evaluation evaluate(Claim claim, Vantage vantage) {
        try {
            return switch (claim.metric().reading()) {
                case TOTAL -> total(claim, vantage);
                case PER_DAY -> perDay(claim, vantage);
                case SHARE -> share(claim, vantage);
                case RANK -> new Records(engine, slice(claim, claim.filters()), vantage).rank(claim.period());
                case HIGHEST -> new Records(engine, slice(claim, claim.filters()), vantage).highest(claim.period());
                case CHANGE -> change(claim, vantage, comparedWith(claim));
                case CHANGE_ON_YEAR ->
                    change(
                            claim,
                            vantage,
                            SpokenPeriod.of(
                                    claim.period().firstMonth().minusYears(1),
                                    claim.period().lastMonth().minusYears(1)));
                case NONE -> throw new Uncarried(noData(claim));
            };
        } catch (Refusal refusal) {
            if (refusal.kind() == Refusal.Kind.UNPROCESSABLE) {
                throw new Uncarried(Sentence.of("not-resolved", lowerCase(refusal.getMessage()))
                        .with("kinds", refusal.extensions().getOrDefault("kinds", List.of())));
            }
            throw refusal;
        }
    }

    /** @throws Refusal as invalid for a filter that doesn't exist */
    Slice slice(Claim claim, Map<String, String> filters) {
        List<String> known = claim.metric().dataset().dimensions().stream()
                .map(dimension -> dimension.code())
                .toList();
        filters.keySet().stream()
                .filter(name -> !known.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw Refusal.invalid(
                            "filters",
                            "'" + name + "' is not a dimension of it; there are " + String.join(", ", known));
                });
        Map<String, String> parameters = new HashMap<>(filters);
        parameters.put("measure", claim.metric().measure().code());
        return Slice.parse(
                claim.metric().dataset(),
                parameters,
                catalog.snapshot().codes().get(claim.metric().dataset()));
    }

    private Sums sums(Claim claim, Vantage vantage, SpokenPeriod period) {
        return Sums.of(engine, slice(claim, claim.filters()), vantage, period.firstMonth(), period.lastMonth());
    }

    private Evaluation total(Claim claim, Vantage vantage) {
        Sums sums = sums(claim, vantage, whole(claim.period()));
        double value = sum(sums, claim.period());
        return new Evaluation(value, sums.permalink(), null, sums.releases(), List.of());
    }

    private Evaluation perDay(Claim claim, Vantage vantage) {
        SpokenPeriod period = claim.period();
        Sums sums = sums(claim, vantage, period);
        double value = sum(sums, period) / Sums.days(period.firstMonth(), period.lastMonth());
        List<Sentence> notes = period.wholeMonths()
                ? List.of()
                : List.of(Sentence.of(
                                "mean-of-whole-months",
                                "Official files are monthly: the mean is that of the whole of "
                                        + SpokenPeriod.of(period.firstMonth(), period.lastMonth()) + ".")
                        .with("from", period.firstMonth())
                        .with("to", period.lastMonth()));
        return new Evaluation(value, sums.permalink(), null, sums.releases(), notes);
    }

    private Evaluation share(Claim claim, Vantage vantage) {
        SpokenPeriod period = whole(claim.period());
        Sums part = sums(claim, vantage, period);
        Sums all = Sums.of(engine, slice(claim, claim.shareOf()), vantage, period.firstMonth(), period.lastMonth());
        return new Evaluation(
                100 * quotient(sum(part, period), sum(all, period)),
                part.permalink(),
                all.permalink(),
                union(part, all),
                List.of());
    }

    private Evaluation change(Claim claim, Vantage vantage, SpokenPeriod other) {
        SpokenPeriod period = whole(claim.period());
        Sums after = sums(claim, vantage, period);
        Sums before = sums(claim, vantage, whole(other));
        return new Evaluation(
                100 * (quotient(sum(after, period), sum(before, other)) - 1),
                after.permalink(),
                before.permalink(),
                union(after, before),
                List.of());
    }

    private static SpokenPeriod comparedWith(Claim claim) {
        if (claim.comparedWith() != null) {
            return claim.comparedWith();
        }
        YearMonth first = claim.period().firstMonth();
        long months = first.until(claim.period().lastMonth(), ChronoUnit.MONTHS) + 1;
        return SpokenPeriod.of(first.minusMonths(months), first.minusMonths(1));
    }

    private static double sum(Sums sums, SpokenPeriod period) {
        return sums.sum(period.firstMonth(), period.lastMonth());
    }

    private static double quotient(double dividend, double divisor) {
        if (divisor == 0) {
            throw new Uncarried(Sentence.of("compared-with-zero", "what it is compared with is zero"));
        }
        return dividend / divisor;
    }

    private static SpokenPeriod whole(SpokenPeriod period) {
        if (!period.wholeMonths()) {
            throw new Uncarried(Sentence.of(
                            "not-whole-months",
                            "official files are monthly, and " + period + " is not made of whole months")
                    .with("from", period.from())
                    .with("to", period.to()));
        }
        return period;
    }

    /** As the rest of a sentence. */
    static Sentence noData(Claim claim) {
        return Sentence.of(
                        "no-data",
                        "Puente holds no official data of " + claim.metric().code())
                .with("metric", claim.metric().code());
    }

    private static List<String> union(Sums one, Sums other) {
        return Stream.concat(one.releases().stream(), other.releases().stream())
                .distinct()
                .toList();
    }

    private static String lowerCase(String sentence) {
        return sentence.substring(0, 1).toLowerCase(Locale.ROOT) + sentence.substring(1);
    }
}
