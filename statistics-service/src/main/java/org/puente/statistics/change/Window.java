package org.puente.statistics.change;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The ratios of counts a day over some full months on either side of an event; {@code docs/methods.md} has the formulas.
 * A ratio is null where a month that it needs isn't covered, or where it would divide by zero.
 */
@Schema(
        name = "ChangeWindow",
        requiredProperties = {"months", "rawRatio", "sameMonthsYearBefore", "earlierYears", "ratioOfRatios"},
        description = "Ratios of daily means over some full months after the event")
record Window(
        @Schema(description = "How many full months after the event are compared", examples = "6")
        int months,

        @Schema(
                description = "Against the same number of full months right before the event; not seasonally adjusted",
                nullable = true,
                examples = "1.077053")
        Double rawRatio,

        @Schema(description = "Against the same months of the year before", nullable = true, examples = "1.005915")
        Double sameMonthsYearBefore,

        @Schema(description = "The same ratio in every earlier year", nullable = true)
        EarlierYears earlierYears,

        @Schema(
                description = "The ratio to the year before after the event, by the same ratio right before the event",
                nullable = true,
                examples = "0.944749")
        Double ratioOfRatios) {

    /** What the ratio to the year before was in earlier years, without any event. */
    @Schema(
            name = "ChangeEarlierYears",
            requiredProperties = {"min", "max", "years"},
            description = "The same ratio in every earlier year that is covered")
    record EarlierYears(
            @Schema(examples = "1.141749") double min,
            @Schema(examples = "3.512809") double max,

            @Schema(description = "How many earlier years are covered", examples = "2")
            int years) {}

    static Window of(MonthlyCounts counts, EventMonth event, int months) {
        int after = counts.position(event.firstFull());
        int before = after - event.gap() - months;
        double yearOnYear = yearOnYear(counts, after, months);
        return new Window(
                months,
                ratio(counts.perDay(after, months), counts.perDay(before, months)),
                finite(yearOnYear),
                earlierYears(counts, after, months),
                ratio(yearOnYear, yearOnYear(counts, before, months)));
    }

    /** Whether the ratio to the year before lies outside everything that earlier years saw. */
    boolean outsideEarlierYears() {
        return sameMonthsYearBefore != null
                && earlierYears != null
                && (sameMonthsYearBefore < earlierYears.min || sameMonthsYearBefore > earlierYears.max);
    }

    private static double yearOnYear(MonthlyCounts counts, int from, int months) {
        return counts.perDay(from, months) / counts.perDay(from - 12, months);
    }

    private static EarlierYears earlierYears(MonthlyCounts counts, int after, int months) {
        double[] ratios = IntStream.iterate(after - 12, from -> from >= 12, from -> from - 12)
                .mapToDouble(from -> yearOnYear(counts, from, months))
                .filter(Double::isFinite)
                .toArray();
        return ratios.length == 0
                ? null
                : new EarlierYears(
                        Rounded.of(DoubleStream.of(ratios).min().orElseThrow()),
                        Rounded.of(DoubleStream.of(ratios).max().orElseThrow()),
                        ratios.length);
    }

    private static Double ratio(double dividend, double divisor) {
        return finite(dividend / divisor);
    }

    private static Double finite(double value) {
        return Double.isFinite(value) ? Rounded.of(value) : null;
    }
}
