package org.puente.statistics.change;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.puente.kit.wording.Sentence;

/** What to bear in mind before a finding is quoted; {@code docs/methods.md} lists the codes. */
final class Warnings {

    private final Battery battery;
    private final List<Regime> regimes;
    private final List<YearMonth> provisional;
    private final Finding finding;
    private final List<Sentence> all = new ArrayList<>();

    Warnings(Battery battery, List<Regime> regimes, List<YearMonth> provisional, Finding finding) {
        this.battery = battery;
        this.regimes = regimes;
        this.provisional = provisional;
        this.finding = finding;
    }

    List<Sentence> all() {
        battery.event()
                .partial()
                .ifPresent(month -> all.add(Sentence.of(
                                "month-split", month + " is left out of what follows the event: the event splits it.")
                        .with("month", month)));
        battery.headline().ifPresent(this::compared);
        openWindows();
        regimes.forEach(regime -> all.add(definitionChanges(regime)));
        battery.noRegression().ifPresent(all::add);
        battery.regression().ifPresent(this::regression);
        return all;
    }

    /** A regression over changes of definition has no terms for them. */
    static Sentence definitionsCrossed(List<Regime> within) {
        return Sentence.of(
                        "regression-crosses-definitions",
                        "The regression is not reliable: its months cross changes of definition ("
                                + within.stream().map(Regime::title).collect(Collectors.joining(", "))
                                + "), for which it has no terms.")
                .with("regimes", within.stream().map(Regime::id).toList());
    }

    static Sentence noContrast() {
        return Sentence.of(
                        "no-contrast",
                        "There is no contrast: it wants covered months on both sides of the event and at least "
                                + Contrast.FEWEST_DONORS + " other nationalities with " + Contrast.FEWEST_BEFORE
                                + " encounters before it.")
                .with("fewestNationalities", Contrast.FEWEST_DONORS)
                .with("fewestBefore", Contrast.FEWEST_BEFORE);
    }

    private void compared(Window window) {
        if (window.months() < 6) {
            all.add(Sentence.of(
                            "few-months",
                            "Only " + window.months()
                                    + " full months are compared: too few to tell a change from a wave.")
                    .with("months", window.months()));
        }
        earlierYears(window).ifPresent(all::add);
        if (!finding.sameDirection()) {
            all.add(Sentence.of("windows-disagree", "The windows disagree on the direction of the change."));
        }
        long zeros = battery.zeros(battery.after() - 12, battery.after() + window.months());
        if (zeros > 0) {
            all.add(Sentence.of("zero-months", zeros + " of the months compared have a count of zero.")
                    .with("months", zeros));
        }
        if (finding.few()) {
            all.add(Sentence.of(
                            "small-counts",
                            "Fewer than " + Finding.FEWEST_COUNTED
                                    + " were counted on one side: ratios of small counts jump.")
                    .with("fewest", Finding.FEWEST_COUNTED));
        }
        if (!provisional.isEmpty()) {
            all.add(Sentence.of(
                            "provisional-months",
                            "Provisional, and likely to be revised: "
                                    + provisional.stream()
                                            .map(YearMonth::toString)
                                            .collect(Collectors.joining(", "))
                                    + ".")
                    .with("months", provisional));
        }
    }

    private static Optional<Sentence> earlierYears(Window window) {
        if (window.earlierYears() == null) {
            return Optional.of(Sentence.of("no-earlier-year", "No earlier year is covered to compare the ratio with."));
        }
        if (window.outsideEarlierYears()) {
            return Optional.empty();
        }
        double min = window.earlierYears().min();
        double max = window.earlierYears().max();
        return Optional.of(Sentence.of(
                        "within-earlier-years",
                        String.format(
                                Locale.ROOT,
                                "The ratio to the year before lies within what earlier years saw without the event: %.3f"
                                        + " to %.3f.",
                                min,
                                max))
                .with("min", min)
                .with("max", max));
    }

    private void openWindows() {
        List<Integer> open = battery.windows().stream()
                .filter(window -> window.sameMonthsYearBefore() == null)
                .map(Window::months)
                .toList();
        if (!open.isEmpty()) {
            all.add(Sentence.of(
                            "windows-open",
                            "Over " + open.stream().map(Object::toString).collect(Collectors.joining(", "))
                                    + " months there is no ratio to the year before: a month is not covered, or its count"
                                    + " is zero.")
                    .with("windows", open));
        }
    }

    private static Sentence definitionChanges(Regime regime) {
        return Sentence.of(
                        "definition-changes",
                        "The definition changes within the months compared: " + regime.title() + ", from "
                                + regime.from() + " to " + regime.to() + ". " + regime.change())
                .with("regime", regime.id())
                .with("from", regime.from())
                .with("to", regime.to());
    }

    private void regression(InterruptedTimeSeries regression) {
        if (regression.autocorrelated()) {
            all.add(Sentence.of(
                            "regression-autocorrelated",
                            String.format(
                                    Locale.ROOT,
                                    "The regression is not reliable: its errors are autocorrelated (Durbin-Watson %.2f, ρ1"
                                            + " %.2f).",
                                    regression.durbinWatson(),
                                    regression.rho1()))
                    .with("durbinWatson", regression.durbinWatson())
                    .with("rho1", regression.rho1()));
        }
        if (regression.shorterSide() < InterruptedTimeSeries.PLACEBO_MARGIN) {
            all.add(Sentence.of(
                            "regression-short-side",
                            "The regression is not reliable: one side of the event has only " + regression.shorterSide()
                                    + " full months.")
                    .with("months", regression.shorterSide()));
        }
    }
}
