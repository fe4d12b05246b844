package org.puente.statistics.figure.check;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.puente.kit.problem.Refusal;
import org.puente.kit.problem.Violation;
import org.puente.statistics.figure.check.Metric.Reading;

/**
 * A figure as said, in the terms of the data.
 *
 * @param filters      of the series, by name of the dimension
 * @param shareOf      filters of the whole that a share is of; null for other metrics
 * @param comparedWith the other period of a change; null: the one of the same length right before
 * @param comparator   null where no number was given
 * @param upperValue   the second number of {@link Comparator#BETWEEN}; null for others
 * @param saidOn       null where only today's data shall judge
 */
@Schema(name = "Claim", description = "A figure as said, in the terms of the data")
public record Claim(
        @Schema(
                description = "What the figure is a figure of",
                implementation = String.class,
                required = true,
                examples = "encounters")
        Metric metric,

        @Schema(
                description = "The filters of the series, by name of the dimension",
                examples = "{\"region\": \"southwest\"}")
        Map<String, String> filters,

        @Schema(description = "For a share: the filters of the whole", nullable = true)
        Map<String, String> shareOf,

        @Schema(required = true) SpokenPeriod period,

        @Schema(
                description = "For a change: the other period; the one of the same length right before where absent",
                nullable = true)
        SpokenPeriod comparedWith,

        @Schema(
                description = "How the speaker related the figure to the truth",
                implementation = String.class,
                enumeration = {
                    "exactly",
                    "about",
                    "nearly",
                    "up-to",
                    "over",
                    "under",
                    "at-least",
                    "no-more-than",
                    "between"
                },
                examples = "exactly")
        Comparator comparator,

        @Schema(examples = "242418") BigDecimal value,

        @Schema(description = "The second number of between", nullable = true)
        BigDecimal upperValue,

        @Schema(
                description = "The unit of the metric: encounters, encounters/day, percent, rank, lb, events",
                examples = "encounters")
        String unit,

        @Schema(description = "The day it was said; today's data alone judge where absent", examples = "2023-12-28")
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        LocalDate saidOn) {

    private static final int MOST_DECIMALS = 6;
    private static final int MOST_DIGITS = 12;

    public Claim {
        filters = filters == null ? Map.of() : copy("filters", filters);
        shareOf = shareOf == null ? null : copy("shareOf", shareOf);
    }

    private static Map<String, String> copy(String field, Map<String, String> filters) {
        if (filters.values().stream().anyMatch(Objects::isNull)) {
            throw Refusal.invalid(field, "has a dimension without a value");
        }
        // In an order of their own, so that every replica writes the same bytes.
        return Collections.unmodifiableMap(new TreeMap<>(filters));
    }

    /** @throws Refusal as unprocessable with everything that is missing or doesn't fit together */
    public void validate() {
        List<Violation> violations = new ArrayList<>();
        if (metric == null) {
            violations.add(new Violation("metric", "is missing"));
        }
        if (period == null) {
            violations.add(new Violation("period", "is missing"));
        }
        if (metric != null) {
            metricViolations(violations);
            numberViolations(violations);
        }
        if (metric != null && period != null) {
            periodViolations(violations);
        }
        if (saidOn != null && (saidOn.getYear() < 1900 || saidOn.getYear() > 2200)) {
            violations.add(new Violation("saidOn", "lies between 1900 and 2200"));
        }
        if (!violations.isEmpty()) {
            throw new Refusal(Refusal.Kind.UNPROCESSABLE, "The figure breaks a rule", violations);
        }
    }

    private void metricViolations(List<Violation> violations) {
        if (!metric.unit().equals(unit)) {
            violations.add(new Violation("unit", "the unit of " + metric.code() + " is " + metric.unit()));
        }
        if (metric.reading() == Reading.SHARE && shareOf == null) {
            violations.add(new Violation("shareOf", "is missing: a share is of something; {} is everything"));
        }
        if (metric.reading() != Reading.SHARE && shareOf != null) {
            violations.add(new Violation("shareOf", "belongs to a share"));
        }
        if (metric.reading() != Reading.CHANGE && comparedWith != null) {
            violations.add(new Violation("comparedWith", "belongs to a change"));
        }
        if (!metric.testable() && !filters.isEmpty()) {
            violations.add(new Violation("filters", "there is no data of " + metric.code() + " to filter"));
        }
    }

    private void numberViolations(List<Violation> violations) {
        if (metric.testable() && (comparator == null || value == null)) {
            violations.add(new Violation(
                    comparator == null ? "comparator" : "value", "is missing; without it nothing can be checked"));
        }
        if (!sensible(value) || !sensible(upperValue)) {
            violations.add(new Violation("value", "is a number below a trillion with at most six decimals"));
        }
        boolean between = comparator == Comparator.BETWEEN && value != null;
        if (between != (upperValue != null)) {
            violations.add(new Violation("upperValue", "belongs to between, which needs it"));
        }
        if (between && upperValue != null && upperValue.compareTo(value) < 0) {
            violations.add(new Violation("upperValue", "is less than value"));
        }
    }

    private static boolean sensible(BigDecimal number) {
        return number == null || number.scale() <= MOST_DECIMALS && number.precision() - number.scale() <= MOST_DIGITS;
    }

    private void periodViolations(List<Violation> violations) {
        if (period.from() == null && metric.reading() != Reading.HIGHEST) {
            violations.add(new Violation("period", "needs its start: from"));
        }
        if (metric.reading() == Reading.RANK && !period.lastMonth().equals(period.firstMonth())) {
            violations.add(new Violation("period", "is one month: a rank is among months of the same name"));
        }
        if (comparedWith != null && comparedWith.from() == null) {
            violations.add(new Violation("comparedWith", "needs its start: from"));
        }
    }
}
