package org.puente.statistics.series;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.puente.statistics.calendar.Frequency;
import org.puente.statistics.dataset.Code;
import org.puente.statistics.dataset.Codes;
import org.puente.statistics.dataset.Dataset;
import org.puente.statistics.dataset.Dimension;

/** Draws queries, as the parameters that a client would send. */
final class RandomQueries {

    private final Random random;
    private final YearMonth first;
    private final int months;

    RandomQueries(Random random, YearMonth first, int months) {
        this.random = random;
        this.first = first;
        this.months = months;
    }

    /** @param dimensions those that a release resolves together */
    Map<String, String> next(Dataset dataset, List<Dimension> dimensions, Codes codes) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (Dimension dimension : dimensions) {
            if (random.nextInt(4) == 0) {
                parameters.put(dimension.code(), filter(codes.of(dimension)));
            }
        }
        if (random.nextInt(4) > 0) {
            List<Dimension> shuffled = new ArrayList<>(dimensions);
            Collections.shuffle(shuffled, random);
            List<String> groups = shuffled.subList(0, 1 + random.nextInt(3)).stream()
                    .map(Dimension::code)
                    .toList();
            parameters.put("groupBy", String.join(",", groups));
            // A named group exists without a figure, and PostgreSQL doesn't know it.
            boolean named = groups.stream().anyMatch(parameters::containsKey);
            if (!named && random.nextInt(4) == 0) {
                parameters.put("top", Integer.toString(1 + random.nextInt(4)));
            }
        }
        parameters.put(
                "measure",
                dataset.measures()
                        .get(random.nextInt(dataset.measures().size()))
                        .code());
        span(parameters);
        if (random.nextInt(3) == 0) {
            parameters.put(
                    "asOf",
                    first.plusMonths(random.nextInt(months) + 12L)
                            .atEndOfMonth()
                            .toString());
        }
        Frequency frequency = Frequency.values()[random.nextInt(Frequency.values().length)];
        Transform transform = Transform.values()[random.nextInt(Transform.values().length)];
        if (transform == Transform.FISCAL_YEAR_TO_DATE && frequency == Frequency.YEAR) {
            frequency = Frequency.MONTH;
        }
        parameters.put("freq", frequency.code());
        parameters.put("transform", transform.code());
        if (transform == Transform.INDEX) {
            parameters.put("base", frequency.periodOf(month()).toString());
        }
        if (random.nextInt(4) == 0) {
            parameters.put("vintage", "first");
        }
        parameters.put("limit", "10000");
        return parameters;
    }

    private void span(Map<String, String> parameters) {
        YearMonth one = month();
        YearMonth other = month();
        if (random.nextInt(5) > 0) {
            parameters.put("from", (one.isBefore(other) ? one : other).toString());
            parameters.put("to", (one.isBefore(other) ? other : one).toString());
        }
    }

    /** Some months around the generated ones as well, which nothing covers. */
    private YearMonth month() {
        return first.plusMonths(random.nextInt(months + 6) - 3L);
    }

    private String filter(List<Code> codes) {
        List<String> names = new ArrayList<>(codes.stream().map(Code::code).toList());
        Collections.shuffle(names, random);
        String list = String.join(",", names.subList(0, 1 + random.nextInt(Math.min(3, names.size()))));
        return random.nextInt(3) == 0 ? "!" + list : list;
    }
}
