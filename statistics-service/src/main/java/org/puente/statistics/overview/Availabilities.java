package org.puente.statistics.overview;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.puente.kit.problem.Refusal;
import org.puente.statistics.cube.Cube;
import org.puente.statistics.dataset.Dimension;
import org.puente.statistics.series.Group;
import org.puente.statistics.series.Monthly;
import org.puente.statistics.series.SeriesEngine;
import org.puente.statistics.series.Slice;
import org.puente.statistics.series.Source;
import org.puente.statistics.series.Vantage;

/** Finds what a filter leaves, dimension by dimension. */
final class Availabilities {

    private final SeriesEngine engine;
    private final Slice slice;
    private final Vantage vantage;
    private final Optional<YearMonth> from;
    private final Optional<YearMonth> to;

    Availabilities(
            SeriesEngine engine, Slice slice, Vantage vantage, Optional<YearMonth> from, Optional<YearMonth> to) {
        this.engine = engine;
        this.slice = slice;
        this.vantage = vantage;
        this.from = from;
        this.to = to;
    }

    Availability availability() {
        List<Monthly> read = new ArrayList<>();
        Monthly total = engine.monthly(slice, List.of(), vantage, from, to);
        read.add(total);
        List<Availability.Left> dimensions = new ArrayList<>();
        for (Dimension dimension : slice.dataset().dimensions()) {
            Optional<Monthly> monthly = by(dimension);
            monthly.ifPresent(read::add);
            dimensions.add(new Availability.Left(
                    dimension.code(),
                    monthly.isPresent(),
                    monthly.map(found -> found.groups().stream()
                                    .map(this::left)
                                    .filter(code -> code.months() > 0)
                                    .toList())
                            .orElse(List.of())));
        }
        return new Availability(
                slice.dataset().code(),
                slice.measure().code(),
                slice.measure().unit(),
                months(total),
                dimensions,
                Source.of(Source.releases(read)));
    }

    /** Empty where no release resolves the dimension beside those filtered. */
    private Optional<Monthly> by(Dimension dimension) {
        try {
            return Optional.of(engine.monthly(slice, List.of(dimension), vantage, from, to));
        } catch (Refusal refusal) {
            if (refusal.kind() == Refusal.Kind.UNPROCESSABLE || refusal.kind() == Refusal.Kind.INVALID) {
                return Optional.empty();
            }
            throw refusal;
        }
    }

    private Availability.LeftCode left(Group group) {
        BigDecimal sum = BigDecimal.valueOf(Arrays.stream(group.sums()).sum(), Cube.scale(slice.measure()))
                .stripTrailingZeros();
        return new Availability.LeftCode(
                group.codes().get(0).code(), group.label(), sum.scale() < 0 ? sum.setScale(0) : sum, (int)
                        Arrays.stream(group.sums()).filter(value -> value != 0).count());
    }

    private static Availability.Months months(Monthly total) {
        List<String> missing = new ArrayList<>();
        int count = 0;
        for (YearMonth month = total.first(); !month.isAfter(total.last()); month = month.plusMonths(1)) {
            if (total.covers(month)) {
                count++;
            } else {
                missing.add(month.toString());
            }
        }
        return new Availability.Months(total.first().toString(), total.last().toString(), count, missing);
    }
}
