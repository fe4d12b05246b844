package org.puente.statistics.overview;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.puente.kit.problem.Refusal;
import org.puente.statistics.calendar.FiscalYear;
import org.puente.statistics.cube.Cube;
import org.puente.statistics.dataset.Dataset;
import org.puente.statistics.dataset.Dimension;
import org.puente.statistics.release.Release;
import org.puente.statistics.series.Group;
import org.puente.statistics.series.Monthly;
import org.puente.statistics.series.SeriesEngine;
import org.puente.statistics.series.Slice;
import org.puente.statistics.series.Source;
import org.puente.statistics.series.Vantage;

/** Makes the summary of one month of a slice from its monthly figures. */
final class Summaries {

    private static final int TOP = 5;
    private static final int DECIMALS = 6;

    private final Slice slice;
    private final Monthly months;
    private final Group total;
    private final YearMonth month;
    private final Optional<Monthly> groups;

    /** @param month the last covered one where empty */
    Summaries(SeriesEngine engine, Slice slice, Vantage vantage, Optional<YearMonth> month) {
        this.slice = slice;
        this.months = engine.monthly(slice, List.of(), vantage);
        this.total = months.groups().get(0);
        this.month = month.orElse(months.last());
        this.groups = grouped(engine, vantage);
    }

    private Optional<Monthly> grouped(SeriesEngine engine, Vantage vantage) {
        try {
            Optional<YearMonth> only = Optional.of(month);
            return Optional.of(engine.monthly(slice, List.of(dimension()), vantage, only, only))
                    .filter(monthly -> monthly.covers(month));
        } catch (Refusal refusal) {
            if (refusal.kind() == Refusal.Kind.UNPROCESSABLE) {
                return Optional.empty();
            }
            throw refusal;
        }
    }

    private Dimension dimension() {
        return slice.dataset() == Dataset.ENCOUNTERS ? Dimension.CITIZENSHIP : Dimension.DRUG;
    }

    List<Release> releases() {
        return Source.releases(Stream.concat(Stream.of(months), groups.stream()).toList());
    }

    YearMonth month() {
        return month;
    }

    Summary summary(String citation, String permalink) {
        BigDecimal value = value(month, month);
        FiscalYear year = FiscalYear.of(month);
        BigDecimal toDate = value(year.first(), month);
        return new Summary(
                slice.dataset().code(),
                slice.measure().code(),
                slice.measure().unit(),
                month.toString(),
                months.status(month).code(),
                value,
                value == null
                        ? null
                        : value.divide(BigDecimal.valueOf(month.lengthOfMonth()), DECIMALS, RoundingMode.HALF_UP),
                against(value, month.minusMonths(1).toString(), value(month.minusMonths(1), month.minusMonths(1))),
                against(value, month.minusYears(1).toString(), value(month.minusYears(1), month.minusYears(1))),
                new Summary.ToDate(
                        year.toString(),
                        year.first().toString(),
                        month.toString(),
                        toDate,
                        against(
                                toDate,
                                year.first().minusYears(1) + " to " + month.minusYears(1),
                                value(year.first().minusYears(1), month.minusYears(1)))),
                rank(value),
                groups.map(this::top).orElse(null),
                Source.of(releases()),
                notes(value),
                citation,
                permalink);
    }

    private List<String> notes(BigDecimal value) {
        List<String> notes = new ArrayList<>();
        if (value == null) {
            notes.add("No release covers " + month + ".");
        }
        if (groups.isEmpty()) {
            notes.add("No release that covers " + month + " tells figures apart by "
                    + dimension().code() + ".");
        }
        return notes;
    }

    /** The sum of these months, null where one of them is missing. */
    private BigDecimal value(YearMonth from, YearMonth to) {
        BigDecimal sum = BigDecimal.ZERO;
        for (YearMonth each = from; !each.isAfter(to); each = each.plusMonths(1)) {
            if (!months.covers(each)) {
                return null;
            }
            sum = sum.add(exact(months, total, each));
        }
        return sum;
    }

    private BigDecimal exact(Monthly monthly, Group group, YearMonth each) {
        long units = group.sums()[(int) monthly.first().until(each, ChronoUnit.MONTHS)];
        return plain(BigDecimal.valueOf(units, Cube.scale(slice.measure())));
    }

    private static BigDecimal plain(BigDecimal number) {
        BigDecimal shortest = number.stripTrailingZeros();
        return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
    }

    private static Summary.Comparison against(BigDecimal value, String period, BigDecimal other) {
        if (value == null || other == null) {
            return new Summary.Comparison(period, other, null, null);
        }
        BigDecimal change = value.subtract(other);
        return new Summary.Comparison(period, other, plain(change), percent(change, other));
    }

    private static BigDecimal percent(BigDecimal part, BigDecimal whole) {
        return whole.signum() == 0
                ? null
                : plain(part.multiply(BigDecimal.valueOf(100)).divide(whole, DECIMALS, RoundingMode.HALF_UP));
    }

    private Summary.Rank rank(BigDecimal value) {
        List<Summary.Value> same = new ArrayList<>();
        for (YearMonth each = months.first(); !each.isAfter(months.last()); each = each.plusMonths(1)) {
            if (each.getMonth() == month.getMonth() && months.covers(each)) {
                same.add(new Summary.Value(each.toString(), exact(months, total, each)));
            }
        }
        same.sort(Comparator.comparing(Summary.Value::value).reversed());
        long higher = value == null
                ? 0
                : same.stream()
                        .filter(each -> each.value().compareTo(value) > 0)
                        .count();
        return new Summary.Rank(value == null ? null : (int) higher + 1, same.size(), same);
    }

    private Summary.Top top(Monthly monthly) {
        BigDecimal all = monthly.groups().stream()
                .map(group -> exact(monthly, group, month))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        List<Summary.Share> shares = monthly.groups().stream()
                .map(group -> {
                    BigDecimal value = exact(monthly, group, month);
                    return new Summary.Share(group.codes().get(0).code(), group.label(), value, percent(value, all));
                })
                .sorted(Comparator.comparing(Summary.Share::value).reversed())
                .limit(TOP)
                .toList();
        return new Summary.Top(dimension().code(), shares);
    }
}
