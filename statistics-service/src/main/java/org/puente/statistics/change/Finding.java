package org.puente.statistics.change;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the battery amounts to in words: the rules for headline, confidence and warnings that {@code docs/methods.md} states.
 */
final class Finding {

    private static final int FEWEST_COUNTED = 100;
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
    String headline(String what, LocalDate day) {
        if (confidence() == Confidence.REFUSED) {
            return "Whether " + what.substring(0, 1).toLowerCase(Locale.ROOT) + what.substring(1) + " changed after "
                    + day + " can't be said: " + refusal() + ".";
        }
        Window window = battery.headline().orElseThrow();
        int after = battery.after();
        return String.format(
                Locale.ROOT,
                "%s changed by %+.1f %% after %s: %s a day over the %d full months from %s on, %s a day in the same"
                        + " months of the year before.",
                what,
                100 * (window.sameMonthsYearBefore() - 1),
                day,
                daily(battery.counts().perDay(after, window.months())),
                window.months(),
                battery.event().firstFull(),
                daily(battery.counts().perDay(after - 12, window.months())));
    }

    List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        battery.event()
                .partial()
                .ifPresent(
                        month -> warnings.add(month + " is left out of what follows the event: the event splits it."));
        battery.headline().ifPresent(window -> windowWarnings(window, warnings));
        openWindows(warnings);
        regimes.forEach(regime -> warnings.add("The definition changes within the months compared: " + regime.title()
                + ", from " + regime.from() + " to " + regime.to() + ". " + regime.change()));
        battery.noRegression().ifPresent(warnings::add);
        battery.regression().ifPresent(regression -> regressionWarnings(regression, warnings));
        return warnings;
    }

    private void openWindows(List<String> warnings) {
        List<String> open = battery.windows().stream()
                .filter(window -> window.sameMonthsYearBefore() == null)
                .map(window -> Integer.toString(window.months()))
                .toList();
        if (!open.isEmpty()) {
            warnings.add("Over " + String.join(", ", open)
                    + " months there is no ratio to the year before: a month is not covered, or its count is zero.");
        }
    }

    private void windowWarnings(Window window, List<String> warnings) {
        if (window.months() < 6) {
            warnings.add(
                    "Only " + window.months() + " full months are compared: too few to tell a change from a wave.");
        }
        if (window.earlierYears() == null) {
            warnings.add("No earlier year is covered to compare the ratio with.");
        } else if (!window.outsideEarlierYears()) {
            warnings.add(String.format(
                    Locale.ROOT,
                    "The ratio to the year before lies within what earlier years saw without the event: %.3f to %.3f.",
                    window.earlierYears().min(),
                    window.earlierYears().max()));
        }
        if (!sameDirection()) {
            warnings.add("The windows disagree on the direction of the change.");
        }
        long zeros = battery.zeros(battery.after() - 12, battery.after() + window.months());
        if (zeros > 0) {
            warnings.add(zeros + " of the months compared have a count of zero.");
        }
        if (few()) {
            warnings.add("Fewer than " + FEWEST_COUNTED + " were counted on one side: ratios of small counts jump.");
        }
        if (!provisional.isEmpty()) {
            warnings.add("Provisional, and likely to be revised: "
                    + provisional.stream().map(YearMonth::toString).collect(Collectors.joining(", ")) + ".");
        }
    }

    private static void regressionWarnings(InterruptedTimeSeries regression, List<String> warnings) {
        if (regression.autocorrelated()) {
            warnings.add(String.format(
                    Locale.ROOT,
                    "The regression is not reliable: its errors are autocorrelated (Durbin-Watson %.2f, ρ1 %.2f).",
                    regression.durbinWatson(),
                    regression.rho1()));
        }
        if (regression.shorterSide() < InterruptedTimeSeries.PLACEBO_MARGIN) {
            warnings.add("The regression is not reliable: one side of the event has only " + regression.shorterSide()
                    + " full months.");
        }
    }

    /** Null where there is a verdict, else the reason why there is none, without a full stop. */
    private String refusal() {
        YearMonth first = battery.event().firstFull();
        if (battery.headline().isEmpty()) {
            return battery.counts().covers(battery.after())
                    ? "the months from " + first
                            + " on and the same months of the year before are not all covered with a count above zero"
                    : first + ", the first full month after it, is not covered by any release";
        }
        return regimes.stream()
                .filter(regime -> !redefined(regime).isEmpty())
                .findFirst()
                .map(regime -> "the slice is defined by " + String.join(" and ", redefined(regime)) + ", which "
                        + regime.title() + " redefined between the months compared")
                .orElse(null);
    }

    private List<String> redefined(Regime regime) {
        return regime.redefines().stream().filter(filtered::contains).sorted().toList();
    }

    private boolean sameDirection() {
        Set<Boolean> up = battery.windows().stream()
                .map(Window::sameMonthsYearBefore)
                .filter(ratio -> ratio != null)
                .map(ratio -> ratio > 1)
                .collect(Collectors.toSet());
        return up.size() == 1;
    }

    private boolean few() {
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
