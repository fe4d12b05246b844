package org.puente.statistics.figure.check;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import org.puente.kit.wording.Sentence;
import org.puente.statistics.dataset.Exact;
import org.puente.statistics.figure.check.Metric.Reading;
import org.puente.statistics.figure.scope.ScopeMatch;

/** The sentence that gives a verdict its reason. */
final class Why {

    private Why() {}

    static Sentence notCarried(View now) {
        return Sentence.of("not-carried", "It can't be told: " + now.why().text() + ".")
                .with("reason", now.why().said().code());
    }

    static Sentence peakPossible(Claim claim, double mean) {
        return Sentence.of(
                        "peak-possible",
                        "The data are monthly: the mean was " + number(claim, mean)
                                + " a day, which doesn't tell whether the highest day reached "
                                + number(claim, claim.value().doubleValue()) + ".")
                .with("mean", Exact.of(mean))
                .with("said", claim.value());
    }

    static Sentence peakBelowMean(Claim claim, double mean) {
        return Sentence.of(
                        "peak-below-mean",
                        "The mean alone was " + number(claim, mean) + " a day, more than the figure.")
                .with("mean", Exact.of(mean))
                .with("said", claim.value());
    }

    static Sentence otherScope(Claim claim, View judge, List<ScopeMatch> rightFor) {
        double value = judge.evaluation().value();
        return Sentence.of(
                        "other-scope",
                        number(claim, claim.value().doubleValue()) + " is the figure for: "
                                + rightFor.get(0).description() + "; for the slice as said it is "
                                + number(claim, value) + ".")
                .with("said", claim.value())
                .with("value", Exact.of(value));
    }

    /** What both views say; {@code then} is null where no day was given. */
    static Sentence published(Claim claim, View then, View now) {
        String unit = claim.metric().reading() == Reading.RANK
                ? ""
                : " " + claim.metric().unit();
        Sentence sentence;
        if (then == null) {
            sentence = Sentence.of("as-published-now", "Today's data give " + value(claim, now) + unit + ".");
        } else if (!then.carried()) {
            sentence = Sentence.of(
                            "then-not-carried",
                            "Today's data give " + value(claim, now) + unit + "; the data as published by "
                                    + then.asOf() + " can't carry it: "
                                    + then.why().text() + ".")
                    .with("reason", then.why().said().code());
        } else {
            sentence = Sentence.of(
                            now.carried() ? "as-published" : "as-published-then",
                            "The data as published by " + then.asOf() + " give " + value(claim, then) + unit
                                    + (now.carried() ? "; today's give " + value(claim, now) + "." : "."))
                    .with("then", Exact.of(then.evaluation().value()));
        }
        sentence = then == null ? sentence : sentence.with("asOf", then.asOf());
        sentence =
                now.carried() ? sentence.with("now", Exact.of(now.evaluation().value())) : sentence;
        return sentence.with("unit", claim.metric().unit());
    }

    private static String value(Claim claim, View view) {
        return number(claim, view.evaluation().value());
    }

    private static String number(Claim claim, double value) {
        boolean decimals = claim.metric().percent() || claim.metric().unit().equals("lb");
        return new DecimalFormat(decimals ? "#,##0.00" : "#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT))
                .format(value);
    }
}
