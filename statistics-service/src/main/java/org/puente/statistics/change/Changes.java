package org.puente.statistics.change;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.puente.kit.wording.Sentence;
import org.puente.statistics.dataset.Dimension;
import org.puente.statistics.dataset.Exact;
import org.puente.statistics.release.Release;
import org.puente.statistics.series.Filter;
import org.puente.statistics.series.Group;
import org.puente.statistics.series.Monthly;
import org.puente.statistics.series.SeriesEngine;
import org.puente.statistics.series.Slice;
import org.puente.statistics.series.Status;
import org.puente.statistics.series.Vantage;

/** Puts monthly figures through the battery and words the outcome. */
@ApplicationScoped
class Changes {

    private final SeriesEngine engine;
    private final Regimes regimes;

    Changes(SeriesEngine engine, Regimes regimes) {
        this.engine = engine;
        this.regimes = regimes;
    }

    /** @param what the slice in words, its first letter in upper case */
    ChangeAnswer after(ChangeQuery query, String what) {
        Vantage vantage = query.asOf().map(Vantage::asOf).orElse(Vantage.NOW);
        Monthly monthly = engine.monthly(query.slice(), List.of(), vantage);
        EventMonth event = EventMonth.of(query.event());
        Battery battery = Battery.of(counts(monthly), event, query.window());
        List<Regime> changing = changing(query, battery);
        Optional<Contrast> contrast = contrast(query, battery, vantage);
        Finding finding =
                new Finding(battery, changing, names(query.slice().filters().keySet()), provisional(monthly, battery));
        List<Sentence> warnings = finding.warnings();
        Optional<InterruptedTimeSeries> regression = regression(query, battery, warnings);
        if (query.contrast().isPresent() && contrast.isEmpty()) {
            warnings.add(Warnings.noContrast());
        }
        Sentence headline = finding.headline(what, query.event());
        return new ChangeAnswer(
                query.event(),
                named(query.slice()),
                query.slice().measure().unit(),
                event.firstFull(),
                event.partial().orElse(null),
                battery.windows(),
                regression.orElse(null),
                contrast.orElse(null),
                headline.text(),
                headline.said(),
                finding.confidence(),
                Sentence.texts(warnings),
                Sentence.codes(warnings),
                changing,
                inputs(monthly),
                monthly.releases().stream().map(ChangeRelease::of).toList());
    }

    private static MonthlyCounts counts(Monthly monthly) {
        Group total = monthly.groups().get(0);
        TreeMap<YearMonth, Double> covered = new TreeMap<>();
        months(monthly)
                .forEach(month -> covered.put(month, monthly.value(total, month).orElseThrow()));
        return MonthlyCounts.of(covered);
    }

    private static List<YearMonth> months(Monthly monthly) {
        List<YearMonth> covered = new ArrayList<>();
        for (YearMonth month = monthly.first(); !month.isAfter(monthly.last()); month = month.plusMonths(1)) {
            if (monthly.covers(month)) {
                covered.add(month);
            }
        }
        return covered;
    }

    private static List<ChangeAnswer.Input> inputs(Monthly monthly) {
        Group total = monthly.groups().get(0);
        return months(monthly).stream()
                .map(month -> new ChangeAnswer.Input(
                        month,
                        Exact.of(monthly.value(total, month).orElseThrow()),
                        month.lengthOfMonth(),
                        monthly.status(month).code(),
                        monthly.release(month).map(Release::id).orElseThrow()))
                .toList();
    }

    private List<Regime> changing(ChangeQuery query, Battery battery) {
        YearMonth first = battery.event().firstFull();
        return battery.headline()
                .map(window -> regimes.changingWithin(
                        query.slice().dataset(), first.minusMonths(12), first.plusMonths(window.months() - 1L)))
                .orElse(List.of());
    }

    /** A regression over a change of definition, without a term for it, is not to be relied on. */
    private Optional<InterruptedTimeSeries> regression(ChangeQuery query, Battery battery, List<Sentence> warnings) {
        int[] span = battery.regressionSpan();
        List<Regime> within = regimes.changingWithin(
                query.slice().dataset(),
                battery.counts().month(span[0]),
                battery.counts().month(span[1]));
        if (battery.regression().isEmpty() || within.isEmpty()) {
            return battery.regression();
        }
        warnings.add(Warnings.definitionsCrossed(within));
        return battery.regression().map(InterruptedTimeSeries::unreliable);
    }

    private static List<YearMonth> provisional(Monthly monthly, Battery battery) {
        int months = battery.headline().map(Window::months).orElse(0);
        return IntStream.concat(
                        IntStream.range(battery.after() - 12, battery.after() - 12 + months),
                        IntStream.range(battery.after(), battery.after() + months))
                .mapToObj(battery.counts()::month)
                .filter(month -> monthly.status(month) == Status.PROVISIONAL)
                .toList();
    }

    private Optional<Contrast> contrast(ChangeQuery query, Battery battery, Vantage vantage) {
        if (query.contrast().isEmpty() || battery.headline().isEmpty()) {
            return Optional.empty();
        }
        Set<String> treated =
                Set.copyOf(query.slice().filters().get(Dimension.CITIZENSHIP).codes());
        Filter donors = query.contrast().orElseThrow();
        Map<Dimension, Filter> filters = new EnumMap<>(query.slice().filters());
        filters.remove(Dimension.CITIZENSHIP);
        Monthly monthly = engine.monthly(
                new Slice(query.slice().dataset(), query.slice().measure(), filters),
                List.of(Dimension.CITIZENSHIP),
                vantage);
        int months = battery.headline().orElseThrow().months();
        YearMonth after = battery.event().firstFull();
        YearMonth before = after.minusMonths(battery.event().gap() + (long) months);
        List<Contrast.Unit> units = new ArrayList<>();
        for (Group group : monthly.groups()) {
            String code = group.codes().get(0).code();
            if (treated.contains(code) || donors.codes().contains(code) != donors.negated()) {
                OptionalDouble pre = sum(monthly, group, before, months);
                OptionalDouble post = sum(monthly, group, after, months);
                if (pre.isEmpty() || post.isEmpty()) {
                    return Optional.empty();
                }
                units.add(new Contrast.Unit(code, (long) pre.getAsDouble(), (long) post.getAsDouble()));
            }
        }
        return Optional.ofNullable(Contrast.of(months, units, treated));
    }

    private static OptionalDouble sum(Monthly monthly, Group group, YearMonth from, int months) {
        double sum = 0;
        for (int i = 0; i < months; i++) {
            OptionalDouble value = monthly.value(group, from.plusMonths(i));
            if (value.isEmpty()) {
                return value;
            }
            sum += value.getAsDouble();
        }
        return OptionalDouble.of(sum);
    }

    private static Set<String> names(Set<Dimension> dimensions) {
        return dimensions.stream().map(Dimension::code).collect(Collectors.toSet());
    }

    private static Map<String, String> named(Slice slice) {
        Map<String, String> names = new LinkedHashMap<>();
        names.put("dataset", slice.dataset().code());
        names.put("measure", slice.measure().code());
        slice.filters().forEach((dimension, filter) -> names.put(dimension.code(), filter.toString()));
        return names;
    }
}
