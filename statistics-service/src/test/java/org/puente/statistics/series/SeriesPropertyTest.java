package org.puente.statistics.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.puente.statistics.dataset.Dimension.AREA;
import static org.puente.statistics.dataset.Dimension.AUTHORITY;
import static org.puente.statistics.dataset.Dimension.CITIZENSHIP;
import static org.puente.statistics.dataset.Dimension.COMPONENT;
import static org.puente.statistics.dataset.Dimension.DEMOGRAPHIC;
import static org.puente.statistics.dataset.Dimension.DRUG;
import static org.puente.statistics.dataset.Dimension.LAND;
import static org.puente.statistics.dataset.Dimension.REGION;
import static org.puente.statistics.dataset.Dimension.TYPE;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.puente.kit.problem.Refusal;
import org.puente.statistics.calendar.Period;
import org.puente.statistics.dataset.Dataset;
import org.puente.statistics.dataset.Dimension;
import org.puente.statistics.release.ReleaseKind;
import org.puente.statistics.testsupport.Ledger;

/** Random queries on generated releases: the cubes and plain SQL must agree. */
class SeriesPropertyTest {

    private static final int QUERIES = 1200;
    private static final long SEED = 20231122;
    private static final YearMonth FIRST = YearMonth.of(2020, 10);
    private static final int MONTHS = 40;
    private static final Map<Dataset, ReleaseKind> KINDS = Map.of(
            Dataset.ENCOUNTERS, ReleaseKind.ENCOUNTERS_BY_AREA, Dataset.DRUG_SEIZURES, ReleaseKind.DRUG_SEIZURES);

    private static Ledger ledger;
    private static SeriesEngine engine;
    private static Connection connection;
    private static PlainSql sql;

    /** Of each dataset three releases that overlap, with a hole of two months. */
    @BeforeAll
    static void generate() throws SQLException {
        ledger = Ledger.empty();
        codes(
                Dataset.ENCOUNTERS,
                Map.of(REGION, 3, COMPONENT, 2, AREA, 9, DEMOGRAPHIC, 4, CITIZENSHIP, 12, AUTHORITY, 2, TYPE, 3));
        codes(Dataset.DRUG_SEIZURES, Map.of(REGION, 3, COMPONENT, 2, LAND, 2, AREA, 9, DRUG, 11));
        ledger.run(
                "create table covered (dataset text, release_no integer, month date, known date, provisional boolean)");
        KINDS.forEach((dataset, kind) -> {
            release(kind, "2022-01", FIRST, FIRST.plusMonths(13));
            release(kind, "2023-01", FIRST.plusMonths(4), FIRST.plusMonths(21));
            release(kind, "2024-02", FIRST.plusMonths(24), FIRST.plusMonths(MONTHS - 1L));
        });
        engine = ledger.engine();
        connection = ledger.dataSource().getConnection();
        sql = new PlainSql(connection);
    }

    @AfterAll
    static void close() throws SQLException {
        connection.close();
    }

    private static void codes(Dataset dataset, Map<Dimension, Integer> sizes) {
        sizes.forEach((dimension, size) -> ledger.codes(
                dataset,
                dimension,
                // Ordinals run against the alphabet, so that nothing can pass by taking one for the other.
                IntStream.range(0, size).mapToObj(i -> "c" + (char) ('z' - i)).toArray(String[]::new)));
    }

    private static void release(ReleaseKind kind, String published, YearMonth first, YearMonth last) {
        int number = ledger.release(kind.code() + "-" + published, kind, published, first, last);
        YearMonth out = YearMonth.parse(published);
        for (YearMonth month = first; !month.isAfter(last); month = month.plusMonths(1)) {
            YearMonth yearEnd = YearMonth.of(month.getYear() + (month.getMonthValue() > 9 ? 1 : 0), 9);
            ledger.run("insert into covered values ('%s', %d, '%s', '%s', %s)"
                    .formatted(kind.dataset(), number, month.atDay(1), out.atEndOfMonth(), !yearEnd.isBefore(out)));
        }
        String ordinals = kind.dimensions().stream()
                .map(dimension -> "floor(random() * "
                        + ledger.codesOf(kind.dataset()).of(dimension).size() + ")::int")
                .reduce((one, other) -> one + ", " + other)
                .orElseThrow();
        String amounts = kind == ReleaseKind.DRUG_SEIZURES
                ? "floor(random() * 4)::int, random()::numeric * 100 + 1e-11"
                : "floor(random() ^ 4 * 300)::int";
        ledger.run("select setseed(0." + number + "); insert into " + kind.table() + " select " + number
                + ", ('" + first.atDay(1) + "'::date + make_interval(months => floor(random() * "
                + (first.until(last, ChronoUnit.MONTHS) + 1) + ")::int))::date, " + ordinals + ", "
                + amounts + " from generate_series(1, 2500) on conflict do nothing");
    }

    @Test
    void cubesAndPlainSqlAgreeOnRandomQueries() throws SQLException {
        Random random = new Random(SEED);
        RandomQueries queries = new RandomQueries(random, FIRST, MONTHS);
        Set<Transform> compared = EnumSet.noneOf(Transform.class);
        int answered = 0;
        for (int i = 0; i < QUERIES; i++) {
            Dataset dataset = random.nextInt(3) > 0 ? Dataset.ENCOUNTERS : Dataset.DRUG_SEIZURES;
            Map<String, String> parameters =
                    queries.next(dataset, KINDS.get(dataset).dimensions(), ledger.codesOf(dataset));
            SeriesQuery query = QueryParser.parse(dataset, parameters, ledger.codesOf(dataset));
            SortedMap<YearMonth, Boolean> served = sql.served(query);
            if (served.isEmpty()) {
                assertRefused(query, parameters);
                continue;
            }
            compare(query, served, parameters);
            compared.add(query.transform());
            answered++;
        }
        assertThat(answered).isGreaterThanOrEqualTo(1000);
        assertThat(compared).containsExactlyInAnyOrder(Transform.values());
    }

    private static void assertRefused(SeriesQuery query, Map<String, String> parameters) {
        assertThat(parameters).containsKey("asOf");
        assertThatThrownBy(() -> engine.run(query)).isInstanceOf(Refusal.class);
    }

    private static void compare(SeriesQuery query, SortedMap<YearMonth, Boolean> served, Map<String, String> parameters)
            throws SQLException {
        SeriesAnswer answer = engine.run(query);
        YearMonth from = query.from().map(Period::first).orElse(served.firstKey());
        YearMonth to = query.to().map(Period::last).orElse(served.lastKey());
        Dataset dataset = query.slice().dataset();
        Map<List<String>, Map<YearMonth, BigDecimal>> groups =
                sql.sums(query, KINDS.get(dataset).table(), ledger.codesOf(dataset));
        Map<YearMonth, BigDecimal> all = new HashMap<>();
        groups.values().forEach(months -> months.forEach((month, value) -> all.merge(month, value, BigDecimal::add)));
        Map<List<String>, Map<YearMonth, BigDecimal>> expected = folded(groups, query, from, to);
        Expected formulas = new Expected(query, served, from, to);
        assertThat(answer.periods().get(0)).isEqualTo(query.frequency().periodOf(from));
        assertThat(answer.periods().get(answer.periods().size() - 1))
                .isEqualTo(query.frequency().periodOf(to));
        for (SeriesAnswer.Series series : answer.series()) {
            List<String> key = series.codes().stream().map(code -> code.code()).toList();
            Map<YearMonth, BigDecimal> months = expected.remove(key);
            for (int i = 0; i < answer.periods().size(); i++) {
                String where = parameters + " " + key + " " + answer.periods().get(i);
                var value = formulas.value(
                        months == null ? Map.of() : months,
                        all,
                        answer.periods().get(i));
                assertThat(series.statuses()[i] != Status.MISSING).as(where).isEqualTo(value.isPresent());
                if (value.isPresent() && query.transform().partial()) {
                    assertThat(series.statuses()[i])
                            .as(where)
                            .isEqualTo(formulas.status(answer.periods().get(i)));
                }
                if (value.isPresent()) {
                    assertThat(BigDecimal.valueOf(series.values()[i], answer.scale()))
                            .as(where)
                            .isCloseTo(value.get(), within(tolerance(query, value.get())));
                }
            }
        }
        for (Map<YearMonth, BigDecimal> left : expected.values()) {
            assertThat(left.values())
                    .as("%s: only zeros may be left out", parameters)
                    .allMatch(value -> value.signum() == 0);
        }
    }

    private static BigDecimal tolerance(SeriesQuery query, BigDecimal value) {
        return query.transform().ratio()
                ? new BigDecimal("0.0000006").add(value.abs().movePointLeft(13))
                : BigDecimal.ZERO;
    }

    /** The months that the query looks at: a group without a figure in any of them doesn't exist for it. */
    private static Stream<YearMonth> read(SeriesQuery query, YearMonth from, YearMonth to) {
        YearMonth start = query.frequency().periodOf(from).first();
        YearMonth first = start.minusMonths(query.transform().lookback(query.frequency()));
        YearMonth last = to;
        if (query.base().isPresent()) {
            first = first.isBefore(query.base().get().first())
                    ? first
                    : query.base().get().first();
            last = last.isAfter(query.base().get().last())
                    ? last
                    : query.base().get().last();
        }
        return Stream.iterate(first, month -> month.plusMonths(1)).limit(first.until(last, ChronoUnit.MONTHS) + 1);
    }

    private static boolean nonZero(Map<YearMonth, BigDecimal> months, YearMonth month) {
        return months.getOrDefault(month, BigDecimal.ZERO).signum() != 0;
    }

    /** Keeps the groups that are largest over the months asked for, and sums the others. */
    private static Map<List<String>, Map<YearMonth, BigDecimal>> folded(
            Map<List<String>, Map<YearMonth, BigDecimal>> groups, SeriesQuery query, YearMonth from, YearMonth to) {
        Map<List<String>, Map<YearMonth, BigDecimal>> kept = new HashMap<>(groups);
        kept.values().removeIf(months -> read(query, from, to).noneMatch(month -> nonZero(months, month)));
        if (query.top() == 0) {
            return kept;
        }
        List<YearMonth> asked = new ArrayList<>();
        for (YearMonth month = from; !month.isAfter(to); month = month.plusMonths(1)) {
            asked.add(month);
        }
        List<List<String>> ranked =
                groups.keySet().stream().filter(kept::containsKey).collect(Collectors.toList());
        ranked.sort(Comparator.comparing((List<String> key) -> Expected.sum(groups.get(key), asked))
                .reversed());
        Map<YearMonth, BigDecimal> rest = new HashMap<>();
        for (List<String> key : ranked.subList(Math.min(query.top(), ranked.size()), ranked.size())) {
            kept.remove(key).forEach((month, value) -> rest.merge(month, value, BigDecimal::add));
        }
        if (!rest.isEmpty()) {
            kept.put(query.groupBy().stream().map(dimension -> "rest").toList(), rest);
        }
        return kept;
    }
}
