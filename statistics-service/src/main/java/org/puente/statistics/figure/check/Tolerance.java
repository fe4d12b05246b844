package org.puente.statistics.figure.check;

import java.math.BigDecimal;
import org.puente.kit.wording.Sentence;

/**
 * How far an official value may lie from a figure as said. {@code docs/methods.md} states the same rules in words and why
 * they are what they are.
 */
final class Tolerance {

    /** How well a value fits. */
    enum Fit {
        /** It is the figure, as far as its written digits tell, or keeps the bound that the figure states. */
        MATCHES,
        /** It is near enough for the wording, or for the zeros at the end of the figure. */
        ROUNDED,
        NONE
    }

    /**
     * @param rule the name of the rule and what it allows
     */
    record Ruling(Fit fit, Sentence rule) {}

    /** Share of the figure that a loose wording and trailing zeros may hide. */
    static final double LOOSE = 0.05;

    /** First prints of monthly totals have moved by up to 0.71 %. */
    static final double REVISION = 0.01;

    private final BigDecimal said;
    private final BigDecimal upper;
    private final boolean percent;

    /** @param upper the second number of {@link Comparator#BETWEEN}, else null */
    Tolerance(BigDecimal said, BigDecimal upper, boolean percent) {
        this.said = said;
        this.upper = upper;
        this.percent = percent;
    }

    /** @param later whether the value comes from a later publication than the speaker could have read */
    Ruling of(Comparator comparator, double official, boolean later) {
        double value = said.doubleValue();
        return switch (comparator) {
            case EXACTLY -> exactly(official, later);
            case ABOUT -> near(official, Math.max(LOOSE * Math.abs(value), percent ? 1 : 0), ABOUT_RULE);
            case NEARLY ->
                official > value && !asWritten(official)
                        ? new Ruling(Fit.NONE, NEARLY_RULE)
                        : near(official, LOOSE * Math.abs(value), NEARLY_RULE);
            case UP_TO -> bound(official <= value, Sentence.of("up-to", "up to: no more than the figure"));
            case OVER -> bound(official > value, Sentence.of("over", "over: more than the figure"));
            case UNDER -> bound(official < value, Sentence.of("under", "under: less than the figure"));
            case AT_LEAST -> bound(official >= value, Sentence.of("at-least", "at least: the figure or more"));
            case NO_MORE_THAN ->
                bound(official <= value, Sentence.of("no-more-than", "no more than: the figure or less"));
            case BETWEEN ->
                bound(
                        official >= value && official <= upper.doubleValue(),
                        Sentence.of("between", "between: from the first figure to the second, both included"));
        };
    }

    private static final Sentence ABOUT_RULE =
            Sentence.of("about", "about: within 5 % of the figure, and a percentage within one point");
    private static final Sentence NEARLY_RULE = Sentence.of("nearly", "nearly: below the figure by at most 5 % of it");
    private static final Sentence EXACTLY_RULE =
            Sentence.of("exactly", "exactly: equal when rounded to the last digit as written");
    private static final Sentence REVISION_RULE = Sentence.of(
            "within-revision", "within revision: judged by a later publication, an exact count may differ by 1 %");
    private static final Sentence PERCENT_RULE =
            Sentence.of("whole-percent", "whole percent: a percentage without decimals may differ by one point");
    private static final Sentence ZEROS_RULE =
            Sentence.of("trailing-zeros", "trailing zeros: half of the last digit that isn't zero, at most 5 %");

    private Ruling exactly(double official, boolean later) {
        double distance = Math.abs(official - said.doubleValue());
        if (asWritten(official)) {
            return new Ruling(Fit.MATCHES, EXACTLY_RULE);
        }
        if (!percent && later && distance <= REVISION * Math.abs(said.doubleValue())) {
            return new Ruling(Fit.MATCHES, REVISION_RULE);
        }
        if (percent && wholeNumber() && distance <= 1) {
            return new Ruling(Fit.ROUNDED, PERCENT_RULE);
        }
        double zeros = Math.min(lastDigit() / 2, LOOSE * Math.abs(said.doubleValue()));
        return distance <= zeros ? new Ruling(Fit.ROUNDED, ZEROS_RULE) : new Ruling(Fit.NONE, EXACTLY_RULE);
    }

    private Ruling near(double official, double margin, Sentence rule) {
        if (asWritten(official)) {
            return new Ruling(Fit.MATCHES, rule);
        }
        return new Ruling(Math.abs(official - said.doubleValue()) <= margin ? Fit.ROUNDED : Fit.NONE, rule);
    }

    private static Ruling bound(boolean kept, Sentence rule) {
        return new Ruling(kept ? Fit.MATCHES : Fit.NONE, rule);
    }

    private boolean asWritten(double official) {
        double half = Math.pow(10, -Math.max(0, said.scale())) / 2;
        return Math.abs(official - said.doubleValue()) <= half;
    }

    private boolean wholeNumber() {
        return said.scale() <= 0;
    }

    /** The place of the last digit that isn't zero: 100000 for 2400000, 1 for 35, 0.1 for 19.5. */
    private double lastDigit() {
        return said.signum() == 0 ? 1 : Math.pow(10, -said.stripTrailingZeros().scale());
    }
}
