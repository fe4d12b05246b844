package org.puente.statistics.change;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.puente.kit.wording.Sentence;

/**
 * All methods on one series.
 *
 * @param windows       shortest first
 * @param headline      the longest window, up to the one asked for, that has a ratio to the year before
 * @param regression    empty where the months can't carry it
 * @param noRegression  why, in a sentence
 */
record Battery(
        MonthlyCounts counts,
        EventMonth event,
        List<Window> windows,
        Optional<Window> headline,
        Optional<InterruptedTimeSeries> regression,
        Optional<Sentence> noRegression) {

    private static final List<Integer> USUAL_WINDOWS = List.of(3, 6, 12);

    /** @param longest full months after the event that the headline may use */
    static Battery of(MonthlyCounts counts, EventMonth event, int longest) {
        List<Window> windows = Stream.concat(USUAL_WINDOWS.stream(), Stream.of(longest))
                .distinct()
                .sorted()
                .map(months -> Window.of(counts, event, months))
                .toList();
        Optional<Window> headline = windows.stream()
                .filter(window -> window.months() <= longest && window.sameMonthsYearBefore() != null)
                .max(Comparator.comparing(Window::months));
        Optional<Sentence> noRegression = noRegression(counts, event);
        Optional<InterruptedTimeSeries> regression = noRegression.isPresent()
                ? Optional.empty()
                : Optional.of(InterruptedTimeSeries.of(run(counts, event), event));
        return new Battery(counts, event, windows, headline, regression, noRegression);
    }

    /** Position of the first full month after the event. */
    int after() {
        return counts.position(event.firstFull());
    }

    /** First and last month of the regression, as positions; both the first full month where there is no regression. */
    int[] regressionSpan() {
        MonthlyCounts run = regression.isPresent() ? run(counts, event) : null;
        int from = run == null ? after() : counts.position(run.month(0));
        return new int[] {from, run == null ? from : from + run.length() - 1};
    }

    /** Months in the middle of a comparison, or at its ends, that have a count of zero. */
    long zeros(int from, int to) {
        return IntStream.range(from, to).filter(i -> counts.count(i) == 0).count();
    }

    private static MonthlyCounts run(MonthlyCounts counts, EventMonth event) {
        return counts.runAround(counts.position(event.firstFull()));
    }

    private static Optional<Sentence> noRegression(MonthlyCounts counts, EventMonth event) {
        if (!counts.covers(counts.position(event.firstFull()))) {
            return Optional.of(Sentence.of(
                            "regression-first-month-not-covered",
                            "There is no regression: the first full month after the event, " + event.firstFull()
                                    + ", is not covered.")
                    .with("month", event.firstFull()));
        }
        MonthlyCounts run = run(counts, event);
        if (!InterruptedTimeSeries.possible(run, event)) {
            return Optional.of(Sentence.of(
                            "regression-too-short",
                            String.format(
                                    "There is no regression: it wants at least %d full months without a gap, %d of them on"
                                            + " either side of the event; %d are covered.",
                                    InterruptedTimeSeries.FEWEST_MONTHS,
                                    InterruptedTimeSeries.FEWEST_MONTHS_A_SIDE,
                                    run.length()))
                    .with("fewest", InterruptedTimeSeries.FEWEST_MONTHS)
                    .with("fewestEachSide", InterruptedTimeSeries.FEWEST_MONTHS_A_SIDE)
                    .with("covered", run.length()));
        }
        return IntStream.range(0, run.length()).anyMatch(i -> run.count(i) == 0)
                ? Optional.of(Sentence.of(
                        "regression-zero",
                        "There is no regression: a month has a count of zero, which has no logarithm."))
                : Optional.empty();
    }
}
