package org.puente.statistics.change;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.puente.kit.wording.Sentence;

/**
 * What the battery amounts to: the rules for headline and confidence that {@code docs/methods.md} states.
 */
final class Finding {

    static final int FEWEST_COUNTED = 100;
    private static final double SMALL = 0.1;

    private final Battery battery;
    private final List<Regime> regimes;
    private final Set<String> filtered;
    private final List<YearMonth> provisional;

    /**
     * @param regimes     changes of definition between the first and the last month of the headline
     * @param filtered    names of the dimensions that the slice filters
     * @param provisional months of the comparison whose figures may still change
     */
    Finding(Battery battery, List<Regime> regimes, Set<String> filtered, List<YearMonth> provisional) {
        this.battery = battery;
        this.regimes = regimes;
        this.filtered = filtered;
        this.provisional = provisional;
    }

    Confidence confidence() {
        if (refusal() != null) {
            return Confidence.REFUSED;
        }
        Window window = battery.headline().orElseThrow();
        if (!regimes.isEmpty() || window.months() < 6 || !window.outsideEarlierYears() || !sameDirection() || few()) {
            return Confidence.WEAK;
        }
        return confirmedByRegression()
                        && window.months() == 12
                        && window.earlierYears().years() >= 2
                        && provisional.isEmpty()
                ? Confidence.STRONG
                : Confidence.MODERATE;
    }

    /** @param what the slice in words, its first letter in upper case */
    Sentence headline(String what, LocalDate day) {
        Sentence refusal = refusal();
        if (refusal != null) {
            return refusal.reworded("Whether " + what.substring(0, 1).toLowerCase(Locale.ROOT) + what.substring(1)
                    + " changed after " + day + " can't be said: " + refusal.text() + ".");
        }
        Window window = battery.headline().orElseThrow();
        YearMonth first = battery.event().firstFull();
        double change = 100 * (window.sameMonthsYearBefore() - 1);
        double after = battery.counts().perDay(battery.after(), window.months());
        double before = battery.counts().perDay(battery.after() - 12, window.months());
        return Sentence.of(
                        "changed",
                        String.format(
                                Locale.ROOT,
                                "%s changed by %+.1f %% after %s: %s a day over the %d full months from %s on, %s a day in"
                                        + " the same months of the year before.",
                                what,
                                change,
                                day,
                                daily(after),
                                window.months(),
                                first,
                                daily(before)))
                .with("percent", Rounded.of(change))
                .with("months", window.months())
                .with("firstMonth", first)
                .with("perDay", Rounded.of(after))
                .with("perDayYearBefore", Rounded.of(before));
    }

    List<Sentence> warnings() {
        return new Warnings(battery, regimes, provisional, this).all();
    }

    /** Null where there is a verdict, else the reason why there is none, without a full stop. */
    private Sentence refusal() {
        YearMonth first = battery.event().firstFull();
        if (battery.headline().isEmpty()) {
            return battery.counts().covers(battery.after())
                    ? Sentence.of(
                                    "months-not-covered",
                                    "the months from " + first
                                            + " on and the same months of the year before are not all"
                                            + " covered with a count above zero")
                            .with("firstMonth", first)
                    : Sentence.of(
                                    "first-month-not-covered",
                                    first + ", the first full month after it, is not covered by any release")
                            .with("firstMonth", first);
        }
        return regimes.stream()
                .filter(regime -> !redefined(regime).isEmpty())
                .findFirst()
                .map(this::redefinition)
                .orElse(null);
    }

    private Sentence redefinition(Regime regime) {
        return Sentence.of(
                        "redefined",
                        "the slice is defined by " + String.join(" and ", redefined(regime)) + ", which "
                                + regime.title() + " redefined between the months compared")
                .with("dimensions", redefined(regime))
                .with("regime", regime.id());
    }

    private List<String> redefined(Regime regime) {
        return regime.redefines().stream().filter(filtered::contains).sorted().toList();
    }

    boolean sameDirection() {
        Set<Boolean> up = battery.windows().stream()
                .map(Window::sameMonthsYearBefore)
                .filter(ratio -> ratio != null)
                .map(ratio -> ratio > 1)
                .collect(Collectors.toSet());
        return up.size() == 1;
    }

    boolean few() {
        int months = battery.headline().orElseThrow().months();
        return sum(battery.after(), months) < FEWEST_COUNTED || sum(battery.after() - 12, months) < FEWEST_COUNTED;
    }

    private double sum(int from, int months) {
        double sum = 0;
        for (int i = from; i < from + months; i++) {
            sum += battery.counts().count(i);
        }
        return sum;
    }

    private boolean confirmedByRegression() {
        boolean up = battery.headline().orElseThrow().sameMonthsYearBefore() > 1;
        return battery.regression()
                .filter(InterruptedTimeSeries::reliable)
                .filter(regression -> regression.level().estimate() > 0 == up)
                .filter(regression -> regression.level().p() < SMALL
                        && regression.placebo() != null
                        && regression.placebo().level() < SMALL)
                .isPresent();
    }

    private static String daily(double value) {
        return String.format(Locale.ROOT, value < 100 ? "%.1f" : "%,.0f", value);
    }
}
