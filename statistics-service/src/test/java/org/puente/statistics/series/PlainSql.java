package org.puente.statistics.series;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.puente.statistics.dataset.Code;
import org.puente.statistics.dataset.Codes;
import org.puente.statistics.dataset.Dimension;
import org.puente.statistics.dataset.Measure;

/**
 * Answers a query by {@code GROUP BY} in PostgreSQL. The table {@code covered} says which release covers which month, and when
 * it was known.
 */
final class PlainSql {

    private final Connection connection;

    PlainSql(Connection connection) {
        this.connection = connection;
    }

    /** The months that are served, and whether provisionally. */
    SortedMap<YearMonth, Boolean> served(SeriesQuery query) throws SQLException {
        SortedMap<YearMonth, Boolean> months = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select month, provisional from (" + serving(query) + ") s")) {
            while (rows.next()) {
                months.put(YearMonth.from(rows.getObject(1, LocalDate.class)), rows.getBoolean(2));
            }
        }
        return months;
    }

    /** The sums by group, in order of the codes, and month. */
    SortedMap<List<String>, Map<YearMonth, BigDecimal>> sums(SeriesQuery query, String table, Codes codes)
            throws SQLException {
        List<Dimension> groupBy = query.groupBy();
        String columns = groupBy.stream()
                .map(dimension -> "c." + dimension.code() + ", ")
                .collect(Collectors.joining());
        String amount = query.slice().measure() == Measure.WEIGHT
                ? "round(c.weight, 9)"
                : "c." + query.slice().measure().code();
        String sql = "select " + columns + "c.month, sum(" + amount + ") from " + table + " c join ("
                + serving(query) + ") s using (release_no, month) where " + where(query, codes) + " group by "
                + columns + "c.month";
        SortedMap<List<String>, Map<YearMonth, BigDecimal>> sums =
                new TreeMap<>((one, other) -> String.join("\0", one).compareTo(String.join("\0", other)));
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                List<String> key = new ArrayList<>();
                for (int i = 0; i < groupBy.size(); i++) {
                    key.add(codes.of(groupBy.get(i)).get(rows.getInt(i + 1)).code());
                }
                YearMonth month = YearMonth.from(rows.getObject(groupBy.size() + 1, LocalDate.class));
                sums.computeIfAbsent(key, group -> new HashMap<>()).put(month, rows.getBigDecimal(groupBy.size() + 2));
            }
        }
        return sums;
    }

    private static String serving(SeriesQuery query) {
        String known =
                query.vantage().asOf().map(day -> "known <= '" + day + "'").orElse("true");
        String newest = query.vantage().vintage() == Vintage.FIRST ? "" : " desc";
        return "select distinct on (month) release_no, month, provisional from covered where dataset = '"
                + query.slice().dataset() + "' and " + known + " order by month, known" + newest;
    }

    private static String where(SeriesQuery query, Codes codes) {
        StringJoiner conditions = new StringJoiner(" and ").add("true");
        query.slice().filters().forEach((dimension, filter) -> {
            String ordinals = filter.codes().stream()
                    .map(code -> Integer.toString(
                            codes.find(dimension, code).map(Code::ordinal).orElseThrow()))
                    .collect(Collectors.joining(", "));
            conditions.add("c." + dimension.code() + (filter.negated() ? " not" : "") + " in (" + ordinals + ")");
        });
        return conditions.toString();
    }
}
