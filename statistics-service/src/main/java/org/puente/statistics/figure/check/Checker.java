package org.puente.statistics.figure.check;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import org.puente.kit.wording.Sentence;
import org.puente.statistics.dataset.Exact;
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
            Sentence noData = Evaluator.noData(claim);
            return untested(noData.reworded(noData.text() + "."));
        }
        View now = view(claim, null);
        View then = claim.saidOn() == null ? null : view(claim, claim.saidOn());
        if (!now.carried() && (then == null || !then.carried())) {
            return answer(claim, Verdict.NOT_REPRODUCIBLE, then, now, null, null, Why.notCarried(now));
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
            return new View(asOf, null, e.why());
        }
    }

    private static Check untested(Sentence why) {
        return new Check(
                Verdict.NOT_TESTABLE,
                null,
                null,
                null,
                null,
                null,
                null,
                why.text(),
                why.said(),
                List.of(),
                List.of(),
                List.of());
    }

    /** The highest day can't be read off monthly sums, but it can't lie below their mean. */
    private Check peak(Claim claim, View then, View now) {
        View judge = then != null && then.carried() ? then : now;
        double mean = judge.evaluation().value();
        Ruling ruling = new Tolerance(claim.value(), null, false).of(Comparator.UP_TO, mean, judge == now);
        Ruling rule = new Ruling(
                ruling.fit(),
                Sentence.of("up-to-of-a-day", "up to, of a day: the highest day, which is at least the mean"));
        boolean possible = ruling.fit() == Fit.MATCHES;
        Sentence why = possible ? Why.peakPossible(claim, mean) : Why.peakBelowMean(claim, mean);
        return answer(claim, possible ? Verdict.PEAK_NOT_MEAN : Verdict.CONTRADICTED, then, now, judge, rule, why);
    }

    private Check judged(Claim claim, View then, View now) {
        boolean thenCarried = then != null && then.carried();
        Ruling byThen = thenCarried ? ruling(claim, then, false) : null;
        if (thenCarried && byThen.fit() == Fit.MATCHES) {
            return answer(claim, Verdict.MATCHES_THEN, then, now, then, byThen, Why.published(claim, then, now));
        }
        Ruling byNow = now.carried() ? ruling(claim, now, !thenCarried) : null;
        if (byNow != null && byNow.fit() == Fit.MATCHES) {
            return answer(claim, Verdict.MATCHES_NOW, then, now, now, byNow, Why.published(claim, then, now));
        }
        if (thenCarried && byThen.fit() == Fit.ROUNDED) {
            return answer(claim, Verdict.ROUNDED, then, now, then, byThen, Why.published(claim, then, now));
        }
        if (byNow != null && byNow.fit() == Fit.ROUNDED) {
            return answer(claim, Verdict.ROUNDED, then, now, now, byNow, Why.published(claim, then, now));
        }
        View judge = thenCarried ? then : now;
        Ruling ruling = thenCarried ? byThen : byNow;
        List<ScopeMatch> rightFor = rightFor(claim);
        return rightFor.isEmpty()
                ? answer(claim, Verdict.CONTRADICTED, then, now, judge, ruling, Why.published(claim, then, now))
                : answer(
                        claim,
                        Verdict.SCOPE_MISMATCH,
                        then,
                        now,
                        judge,
                        ruling,
                        Why.otherScope(claim, judge, rightFor),
                        rightFor);
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

    private static Check answer(
            Claim claim, Verdict verdict, View then, View now, View judge, Ruling ruling, Sentence why) {
        return answer(claim, verdict, then, now, judge, ruling, why, List.of());
    }

    private static Check answer(
            Claim claim,
            Verdict verdict,
            View then,
            View now,
            View judge,
            Ruling ruling,
            Sentence why,
            List<ScopeMatch> rightFor) {
        String unit = claim.metric().unit();
        List<Sentence> notes = judge == null ? List.of() : judge.evaluation().notes();
        return new Check(
                verdict,
                then == null ? null : then.seen(unit),
                now.seen(unit),
                judge == null ? null : judge == now ? "now" : "then",
                judge == null
                        ? null
                        : Exact.of(judge.evaluation().value() - claim.value().doubleValue()),
                ruling == null ? null : ruling.rule().text(),
                ruling == null ? null : ruling.rule().said().code(),
                why.text(),
                why.said(),
                Sentence.texts(notes),
                Sentence.codes(notes),
                rightFor);
    }
}
