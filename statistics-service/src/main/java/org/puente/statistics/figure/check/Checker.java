package org.puente.statistics.figure.check;

import jakarta.enterprise.context.ApplicationScoped;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.puente.statistics.dataset.Exact;
import org.puente.statistics.figure.check.Check.Seen;
import org.puente.statistics.figure.check.Metric.Reading;
import org.puente.statistics.figure.check.Tolerance.Fit;
import org.puente.statistics.figure.check.Tolerance.Ruling;
import org.puente.statistics.figure.scope.ScopeFinder;
import org.puente.statistics.figure.scope.ScopeMatch;
import org.puente.statistics.release.Catalog;
import org.puente.statistics.series.SeriesEngine;
import org.puente.statistics.series.Vantage;

/** Compares figures as said with the view of the day they were said and with today's. */
@ApplicationScoped
public class Checker {

    private static final int FEWEST_DIGITS_OF_A_SCOPE = 5;

    private final Evaluator evaluator;
    private final ScopeFinder scopes;

    Checker(SeriesEngine engine, Catalog catalog, ScopeFinder scopes) {
        this.evaluator = new Evaluator(engine, catalog);
        this.scopes = scopes;
    }

    /**
     * Whether it could be checked.
     *
     * @throws org.puente.kit.problem.Refusal as unprocessable where its parts don't fit together, as invalid for a filter or
     *     code that doesn't exist
     */
    public void validate(Claim claim) {
        claim.validate();
        if (claim.metric().testable()) {
            evaluator.slice(claim, claim.filters());
            if (claim.shareOf() != null) {
                evaluator.slice(claim, claim.shareOf());
            }
        }
    }

    /**
     * @param claim that is {@linkplain #validate valid}
     * @throws org.puente.kit.problem.Refusal as invalid for a filter or code that doesn't exist
     */
    public Check check(Claim claim) {
        if (!claim.metric().testable()) {
            return untested("Puente holds no official data of " + claim.metric().code() + ".");
        }
        View now = view(claim, null);
        View then = claim.saidOn() == null ? null : view(claim, claim.saidOn());
        if (!now.carried() && (then == null || !then.carried())) {
            return answer(
                    claim, Verdict.NOT_REPRODUCIBLE, then, now, null, null, "It can't be told: " + now.why() + ".");
        }
        return claim.comparator() == Comparator.UP_TO && claim.metric().reading() == Reading.PER_DAY
                ? peak(claim, then, now)
                : judged(claim, then, now);
    }

    private View view(Claim claim, LocalDate asOf) {
        try {
            Vantage vantage = asOf == null ? Vantage.NOW : Vantage.asOf(asOf);
            return new View(asOf, evaluator.evaluate(claim, vantage), null);
        } catch (Uncarried e) {
            return new View(asOf, null, e.getMessage());
        }
    }

    private static Check untested(String why) {
        return new Check(Verdict.NOT_TESTABLE, null, null, null, null, null, why, List.of(), List.of());
    }

    /** The highest day can't be read off monthly sums, but it can't lie below their mean. */
    private Check peak(Claim claim, View then, View now) {
        View judge = then != null && then.carried() ? then : now;
        double mean = judge.evaluation().value();
        Ruling ruling = new Tolerance(claim.value(), null, false).of(Comparator.UP_TO, mean, judge == now);
        Ruling rule = new Ruling(ruling.fit(), "up to, of a day: the highest day, which is at least the mean");
        boolean possible = ruling.fit() == Fit.MATCHES;
        String why = possible
                ? "The data are monthly: the mean was " + number(claim, mean) + " a day, which doesn't tell whether the"
                        + " highest day reached " + number(claim, claim.value().doubleValue()) + "."
                : "The mean alone was " + number(claim, mean) + " a day, more than the figure.";
        return answer(claim, possible ? Verdict.PEAK_NOT_MEAN : Verdict.CONTRADICTED, then, now, judge, rule, why);
    }

    private Check judged(Claim claim, View then, View now) {
        boolean thenCarried = then != null && then.carried();
        Ruling byThen = thenCarried ? ruling(claim, then, false) : null;
        if (thenCarried && byThen.fit() == Fit.MATCHES) {
            return answer(claim, Verdict.MATCHES_THEN, then, now, then, byThen, sentence(claim, then, now));
        }
        Ruling byNow = now.carried() ? ruling(claim, now, !thenCarried) : null;
        if (byNow != null && byNow.fit() == Fit.MATCHES) {
            return answer(claim, Verdict.MATCHES_NOW, then, now, now, byNow, sentence(claim, then, now));
        }
        if (thenCarried && byThen.fit() == Fit.ROUNDED) {
            return answer(claim, Verdict.ROUNDED, then, now, then, byThen, sentence(claim, then, now));
        }
        if (byNow != null && byNow.fit() == Fit.ROUNDED) {
            return answer(claim, Verdict.ROUNDED, then, now, now, byNow, sentence(claim, then, now));
        }
        View judge = thenCarried ? then : now;
        Ruling ruling = thenCarried ? byThen : byNow;
        List<ScopeMatch> rightFor = rightFor(claim);
        return rightFor.isEmpty()
                ? answer(claim, Verdict.CONTRADICTED, then, now, judge, ruling, sentence(claim, then, now))
                : mismatch(answer(claim, Verdict.SCOPE_MISMATCH, then, now, judge, ruling, ""), claim, rightFor);
    }

    private static Ruling ruling(Claim claim, View view, boolean later) {
        return new Tolerance(claim.value(), claim.upperValue(), claim.metric().percent())
                .of(claim.comparator(), view.evaluation().value(), later);
    }

    /** Only an exact total with many digits tells its scope: a short number is right for something by chance. */
    private List<ScopeMatch> rightFor(Claim claim) {
        boolean telling = claim.metric().reading() == Reading.TOTAL
                && claim.comparator() == Comparator.EXACTLY
                && claim.value().stripTrailingZeros().precision() >= FEWEST_DIGITS_OF_A_SCOPE;
        return telling
                ? scopes.exactTotals(
                        claim.value(),
                        claim.metric().measure(),
                        claim.period().firstMonth(),
                        claim.period().lastMonth())
                : List.of();
    }

    private static Check mismatch(Check check, Claim claim, List<ScopeMatch> rightFor) {
        Seen judge = check.judgedBy().equals("then") ? check.then() : check.now();
        return new Check(
                check.verdict(),
                check.then(),
                check.now(),
                check.judgedBy(),
                check.difference(),
                check.rule(),
                number(claim, claim.value().doubleValue()) + " is the figure for: "
                        + rightFor.get(0).description() + "; for the slice as said it is "
                        + number(claim, judge.value().doubleValue()) + ".",
                check.notes(),
                rightFor);
    }

    private static String sentence(Claim claim, View then, View now) {
        String unit = claim.metric().reading() == Reading.RANK
                ? ""
                : " " + claim.metric().unit();
        if (then == null) {
            return "Today's data give " + number(claim, now.evaluation().value()) + unit + ".";
        }
        if (!then.carried()) {
            return "Today's data give " + number(claim, now.evaluation().value()) + unit + "; the data as published by "
                    + then.asOf() + " can't carry it: " + then.why() + ".";
        }
        return "The data as published by " + then.asOf() + " give "
                + number(claim, then.evaluation().value()) + unit
                + (now.carried()
                        ? "; today's give " + number(claim, now.evaluation().value()) + "."
                        : ".");
    }

    private static Check answer(
            Claim claim, Verdict verdict, View then, View now, View judge, Ruling ruling, String why) {
        String unit = claim.metric().unit();
        return new Check(
                verdict,
                then == null ? null : then.seen(unit),
                now.seen(unit),
                judge == null ? null : judge == now ? "now" : "then",
                judge == null
                        ? null
                        : Exact.of(judge.evaluation().value() - claim.value().doubleValue()),
                ruling == null ? null : ruling.rule(),
                why,
                judge == null ? List.of() : judge.evaluation().notes(),
                List.of());
    }

    private static String number(Claim claim, double value) {
        boolean decimals = claim.metric().percent() || claim.metric().unit().equals("lb");
        return new DecimalFormat(decimals ? "#,##0.00" : "#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT))
                .format(value);
    }
}
