package org.puente.statistics.series;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.puente.kit.problem.Refusal;
import org.puente.kit.problem.Violation;
import org.puente.statistics.calendar.FiscalYear;
import org.puente.statistics.calendar.Frequency;
import org.puente.statistics.calendar.Period;
import org.puente.statistics.dataset.Codes;
import org.puente.statistics.dataset.Dataset;
import org.puente.statistics.dataset.Dimension;

/** Reads a {@link SeriesQuery} from parameters and finds every fault in them at once. */
public final class QueryParser {

    private final Dataset dataset;
    private final Map<String, String> parameters;
    private final List<Violation> violations = new ArrayList<>();

    private QueryParser(Dataset dataset, Map<String, String> parameters) {
        this.dataset = dataset;
        this.parameters = parameters;
    }

    /**
     * Names that mean nothing here are left to the caller.
     *
     * @throws Refusal as invalid, with every fault and the valid values
     */
    public static SeriesQuery parse(Dataset dataset, Map<String, String> parameters, Codes codes) {
        QueryParser parser = new QueryParser(dataset, parameters);
        Slice slice = Slice.parse(dataset, parameters, codes, parser.violations);
        SeriesQuery query = parser.query(slice);
        parser.checkCombinations(query);
        if (!parser.violations.isEmpty()) {
            throw Slice.refusal(parser.violations);
        }
        return query;
    }

    /**
     * Reads a single period.
     *
     * @throws Refusal as invalid, naming the parameter
     */
    public static Period period(String name, String text) {
        try {
            return Period.parse(text);
        } catch (DateTimeException e) {
            throw Refusal.invalid(name, "'" + text + "' can't be read: " + e.getMessage());
        }
    }

    private SeriesQuery query(Slice slice) {
        Optional<Period> fiscalYear =
                read("fiscalYear", FiscalYear::parse).map(year -> new Period(Frequency.FISCAL_YEAR, year.first()));
        int top = number("top", 0, 1, 1000);
        return new SeriesQuery(
                slice,
                groupBy(),
                read("from", Period::parse).or(() -> fiscalYear),
                read("to", Period::parse).or(() -> fiscalYear),
                choice("freq", Frequency.values(), Frequency::code, Frequency.MONTH),
                choice("transform", Transform.values(), Transform::code, Transform.LEVEL),
                read("base", Period::parse),
                new Vantage(
                        read("asOf", LocalDate::parse),
                        choice("vintage", Vintage.values(), Vintage::code, Vintage.LATEST),
                        list("release")),
                top,
                choice(
                        "order",
                        SeriesQuery.Order.values(),
                        SeriesQuery.Order::code,
                        top > 0 ? SeriesQuery.Order.VALUE_DESCENDING : SeriesQuery.Order.CODE),
                number("limit", SeriesQuery.DEFAULT_LIMIT, 1, SeriesQuery.MOST_SERIES),
                Optional.ofNullable(parameters.get("cursor")),
                !choice("include", new String[] {"releases"}, Function.identity(), "")
                        .isEmpty());
    }

    private void checkCombinations(SeriesQuery query) {
        if (parameters.containsKey("fiscalYear") && (parameters.containsKey("from") || parameters.containsKey("to"))) {
            fault("fiscalYear", "says from and to already; give one or the other");
        }
        if (query.base().isPresent() != (query.transform() == Transform.INDEX)) {
            fault("base", "is the period that is 100 and goes with transform=index, which needs it");
        }
        query.base()
                .filter(base -> base.frequency() != query.frequency())
                .ifPresent(base -> fault(
                        "base",
                        "is a period of the same frequency as the series, "
                                + query.frequency().code()));
        if (query.transform() == Transform.FISCAL_YEAR_TO_DATE && query.frequency() == Frequency.YEAR) {
            fault(
                    "transform",
                    "fiscal-year-to-date has no meaning for calendar years; use freq=month or fiscal-quarter");
        }
        if (query.top() > 0 && query.groupBy().isEmpty()) {
            fault("top", "needs groupBy");
        }
        if (query.top() > 0 && query.vantage().vintage() == Vintage.ALL) {
            fault("top", "can't be combined with vintage=all, where each release would have its own");
        }
        if (!query.vantage().releases().isEmpty() && query.vantage().asOf().isPresent()) {
            fault("release", "names the releases, so that asOf has nothing to choose; give one or the other");
        }
    }

    private List<Dimension> groupBy() {
        Set<Dimension> found = new LinkedHashSet<>();
        for (String name : list("groupBy")) {
            Dimension dimension = dimension(name);
            if (dimension == null) {
                List<String> valid =
                        dataset.dimensions().stream().map(Dimension::code).toList();
                fault("groupBy", Slice.unknown(name, valid));
            } else if (!found.add(dimension)) {
                fault("groupBy", "'" + name + "' is there twice");
            }
        }
        return List.copyOf(found);
    }

    /** Null where the dataset has none of this name. */
    private Dimension dimension(String name) {
        for (Dimension dimension : dataset.dimensions()) {
            if (dimension.code().equals(name)) {
                return dimension;
            }
        }
        return null;
    }

    private List<String> list(String name) {
        String text = parameters.get(name);
        return text == null ? List.of() : List.of(text.split(",", -1));
    }

    private <T> Optional<T> read(String name, Function<String, T> reader) {
        String text = parameters.get(name);
        try {
            return Optional.ofNullable(text).map(reader);
        } catch (DateTimeException e) {
            fault(
                    name,
                    "'" + text + "' can't be read: "
                            + ("asOf".equals(name) ? "a day is written 2023-12-28" : e.getMessage()));
            return Optional.empty();
        }
    }

    private <T> T choice(String name, T[] values, Function<T, String> code, T otherwise) {
        String text = parameters.get(name);
        if (text == null) {
            return otherwise;
        }
        Optional<T> found = Arrays.stream(values)
                .filter(value -> code.apply(value).equals(text))
                .findFirst();
        if (found.isEmpty()) {
            fault(name, Slice.unknown(text, Arrays.stream(values).map(code).toList()));
        }
        return found.orElse(otherwise);
    }

    private int number(String name, int otherwise, int least, int most) {
        String text = parameters.get(name);
        if (text == null) {
            return otherwise;
        }
        if (text.matches("\\d{1,9}") && Integer.parseInt(text) >= least && Integer.parseInt(text) <= most) {
            return Integer.parseInt(text);
        }
        fault(name, "is a whole number from " + least + " to " + most);
        return otherwise;
    }

    private void fault(String field, String reason) {
        violations.add(new Violation(field, reason));
    }
}
