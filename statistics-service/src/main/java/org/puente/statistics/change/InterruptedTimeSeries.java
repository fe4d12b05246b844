package org.puente.statistics.change;

import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A regression of the logarithm of the daily mean on a line, a step and a bend at the first full month after the event,
 * and two annual harmonics (Bernal, Cummins and Gasparrini 2017), with placebo dates as its check.
 */
@Schema(
        name = "InterruptedTimeSeries",
        requiredProperties = {
            "level",
            "slope",
            "durbinWatson",
            "rho1",
            "placebo",
            "months",
            "lags",
            "shorterSide",
            "reliable"
        },
        description =
                "Regression of the logarithm of the daily mean on trend, level and slope change and two harmonics")
record InterruptedTimeSeries(
        @Schema(description = "Step at the first full month after the event, in logarithms")
        Term level,

        @Schema(description = "Change of the trend from then on, in logarithms a month")
        Term slope,

        @Schema(
                description = "Near 2 without autocorrelation; under 1 the regression is not reliable",
                examples = "0.29")
        double durbinWatson,

        @Schema(
                description =
                        "Autocorrelation of the residuals at one month; beyond 0.6 the regression is not reliable",
                examples = "0.85")
        double rho1,

        @Schema(description = "How often other dates show a change as large; null without such dates", nullable = true)
        Placebo placebo,

        @Schema(description = "Months in the regression", examples = "59")
        int months,

        @Schema(description = "Lags of the Newey-West errors", examples = "3")
        int lags,

        @Schema(description = "Full months on the shorter side of the event", examples = "16")
        int shorterSide,

        @Schema(description = "Whether its diagnostics and the months around the event let it count")
        boolean reliable) {

    static final int FEWEST_MONTHS = 24;
    static final int FEWEST_MONTHS_A_SIDE = 3;
    static final int PLACEBO_MARGIN = 12;

    private static final int LEVEL = 2;
    private static final int SLOPE = 3;

    /** One coefficient with its Newey-West error and two-sided p. */
    @Schema(
            name = "ChangeTerm",
            requiredProperties = {"estimate", "standardError", "p"},
            description = "A coefficient, its Newey-West standard error and its two-sided p")
    record Term(
            @Schema(examples = "-0.419") double estimate,
            @Schema(examples = "0.243") double standardError,
            @Schema(examples = "0.09") double p) {}

    /** Share of dates, the real one included, whose estimate is at least as large in absolute value. */
    @Schema(
            name = "ChangePlacebo",
            requiredProperties = {"level", "slope", "dates"},
            description = "(1 + dates with an estimate at least as large) / (1 + dates)")
    record Placebo(
            @Schema(examples = "0.486486") double level,
            @Schema(examples = "0.324324") double slope,

            @Schema(description = "How many other dates were tried", examples = "36")
            int dates) {}

    /**
     * Whether the regression can be computed at all: {@value #FEWEST_MONTHS} months, {@value #FEWEST_MONTHS_A_SIDE} full ones
     * on either side.
     *
     * @param run months without a gap or a zero
     */
    static boolean possible(MonthlyCounts run, EventMonth event) {
        return used(run, event) >= FEWEST_MONTHS && shorterSide(run, event) >= FEWEST_MONTHS_A_SIDE;
    }

    /** @param run months without a gap or a zero for which the regression is {@link #possible} */
    static InterruptedTimeSeries of(MonthlyCounts run, EventMonth event) {
        int after = run.position(event.firstFull());
        LeastSquares fit = fit(run, after, event.gap());
        double durbinWatson = Rounded.of(fit.durbinWatson());
        double rho1 = Rounded.of(fit.rho1());
        int shorterSide = shorterSide(run, event);
        return new InterruptedTimeSeries(
                term(fit, LEVEL),
                term(fit, SLOPE),
                durbinWatson,
                rho1,
                placebo(run, after, event.gap(), fit),
                used(run, event),
                fit.lags(),
                shorterSide,
                !autocorrelated(durbinWatson, rho1) && shorterSide >= PLACEBO_MARGIN);
    }

    /** Whether the errors hang together too much for their size to be believed. */
    boolean autocorrelated() {
        return autocorrelated(durbinWatson, rho1);
    }

    /** The same, not to be relied on for a reason that lies outside its numbers. */
    InterruptedTimeSeries unreliable() {
        return new InterruptedTimeSeries(level, slope, durbinWatson, rho1, placebo, months, lags, shorterSide, false);
    }

    private static boolean autocorrelated(double durbinWatson, double rho1) {
        return durbinWatson < 1 || Math.abs(rho1) > 0.6;
    }

    private static int used(MonthlyCounts run, EventMonth event) {
        return run.length() - event.gap();
    }

    private static int shorterSide(MonthlyCounts run, EventMonth event) {
        int after = run.position(event.firstFull());
        return Math.min(after - event.gap(), run.length() - after);
    }

    private static Term term(LeastSquares fit, int column) {
        return new Term(
                Rounded.of(fit.coefficient(column)), Rounded.of(fit.standardError(column)), Rounded.of(fit.p(column)));
    }

    /** Every other month with enough months before and from it on, each fitted as the event was, its own gap left out. */
    private static Placebo placebo(MonthlyCounts run, int after, int gap, LeastSquares real) {
        LeastSquares[] fits = IntStream.rangeClosed(PLACEBO_MARGIN, run.length() - PLACEBO_MARGIN)
                .filter(date -> date != after)
                .mapToObj(date -> fit(run, date, gap))
                .toArray(LeastSquares[]::new);
        return fits.length == 0 ? null : new Placebo(share(fits, real, LEVEL), share(fits, real, SLOPE), fits.length);
    }

    private static double share(LeastSquares[] fits, LeastSquares real, int column) {
        long asLarge = IntStream.range(0, fits.length)
                .filter(i -> Math.abs(fits[i].coefficient(column)) >= Math.abs(real.coefficient(column)))
                .count();
        return Rounded.of((1.0 + asLarge) / (1 + fits.length));
    }

    private static LeastSquares fit(MonthlyCounts run, int after, int gap) {
        int[] used = IntStream.range(0, run.length())
                .filter(i -> i < after - gap || i >= after)
                .toArray();
        double[][] rows = new double[used.length][];
        double[] outcomes = new double[used.length];
        for (int i = 0; i < used.length; i++) {
            rows[i] = row(run, used[i], after);
            outcomes[i] = Math.log(run.perDay(used[i], 1));
        }
        return new LeastSquares(rows, outcomes);
    }

    private static double[] row(MonthlyCounts run, int position, int after) {
        double angle = 2 * Math.PI * run.month(position).getMonthValue() / 12;
        return new double[] {
            1,
            position,
            position >= after ? 1 : 0,
            Math.max(0, position - after),
            Math.sin(angle),
            Math.cos(angle),
            Math.sin(2 * angle),
            Math.cos(2 * angle)
        };
    }
}
