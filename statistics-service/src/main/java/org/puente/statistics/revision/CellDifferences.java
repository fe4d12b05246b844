package org.puente.statistics.revision;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.puente.statistics.dataset.Dimension;
import org.puente.statistics.dataset.Measure;
import org.puente.statistics.release.ReleaseKind;

/**
 * Compares the cells of two releases in the dimensions that both resolve, in PostgreSQL. A cell that one of them lacks is a
 * zero there, as both cover the months compared; so a cell that is absent in one and zero in the other doesn't differ.
 */
public final class CellDifferences {

    /** Pounds that differ by no more than this differ only in how a program printed them. */
    private static final String TOLERANCE = "0.000000001";

    /** One release, by its number and kind. */
    public record Side(ReleaseKind kind, int number) {}

    /**
     * What is compared.
     *
     * @param by       dimensions that both sides resolve; others are summed over
     * @param months   months that both sides cover
     * @param ordinals the only codes that count, for some of the dimensions
     */
    public record Question(
            Side before,
            Side after,
            List<Dimension> by,
            Collection<YearMonth> months,
            Map<Dimension, Collection<Integer>> ordinals) {

        List<Measure> measures() {
            return before.kind().dataset().measures();
        }
    }

    /**
     * One cell that differs.
     *
     * @param ordinals by dimension, in the order of the question
     * @param before   null where that side has no such cell
     */
    public record Cell(
            YearMonth month, List<Integer> ordinals, Map<Measure, BigDecimal> before, Map<Measure, BigDecimal> after) {}

    /** @param total how many differ, of which {@code cells} may be a part */
    public record Found(long total, List<Cell> cells) {}

    private final Question question;
    private final List<Object> parameters = new ArrayList<>();

    private CellDifferences(Question question) {
        this.question = question;
    }

    /**
     * The cells that differ, in order of month and ordinals.
     *
     * @param last the month (as its first day) and ordinals after which the list goes on; empty for its beginning
     */
    public static Found find(Connection connection, Question question, List<Object> last, int limit)
            throws SQLException {
        return new CellDifferences(question).find(connection, last, limit);
    }

    private Found find(Connection connection, List<Object> last, int limit) throws SQLException {
        String columns = columns();
        String sql = "with before as (" + cells(question.before()) + "), after as (" + cells(question.after())
                + "), difference as (select " + columns + ", " + values() + " from before full join after using ("
                + columns
                + ") where " + differ() + ") select (select count(*) from difference) as total, * from difference"
                + (last.isEmpty() ? "" : " where (" + columns + ") > (" + marks(last) + ")") + " order by " + columns
                + " limit " + limit;
        parameters.addAll(last);
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int at = 0; at < parameters.size(); at++) {
                Object value = parameters.get(at);
                if (value instanceof Object[] array) {
                    String type = array instanceof Date[] ? "date" : "int4";
                    statement.setArray(at + 1, connection.createArrayOf(type, array));
                } else {
                    statement.setObject(at + 1, value);
                }
            }
            try (ResultSet rows = statement.executeQuery()) {
                return found(rows);
            }
        }
    }

    private String columns() {
        return question.by().stream()
                .map(dimension -> ", " + dimension.code())
                .collect(Collectors.joining("", "month", ""));
    }

    private String cells(Side side) {
        parameters.add(side.number());
        parameters.add(question.months().stream()
                .map(month -> Date.valueOf(month.atDay(1)))
                .toArray(Date[]::new));
        StringBuilder sql = new StringBuilder("select " + columns());
        question.measures().forEach(measure -> sql.append(", sum(" + measure.code() + ") as " + measure.code()));
        sql.append(" from " + side.kind().table() + " where release_no = ? and month = any (?)");
        question.ordinals().forEach((dimension, ordinals) -> {
            sql.append(" and " + dimension.code() + " = any (?)");
            parameters.add(ordinals.toArray(Integer[]::new));
        });
        return sql.append(" group by " + columns()).toString();
    }

    private String values() {
        return each(measure ->
                        "before." + measure + " as before_" + measure + ", after." + measure + " as after_" + measure)
                .collect(Collectors.joining(", "));
    }

    private String differ() {
        return each(measure ->
                        "abs(coalesce(before." + measure + ", 0) - coalesce(after." + measure + ", 0)) > " + TOLERANCE)
                .collect(Collectors.joining(" or "));
    }

    private java.util.stream.Stream<String> each(Function<String, String> sql) {
        return question.measures().stream().map(Measure::code).map(sql);
    }

    private static String marks(List<Object> values) {
        return values.stream().map(value -> "?").collect(Collectors.joining(", "));
    }

    private Found found(ResultSet rows) throws SQLException {
        long total = 0;
        List<Cell> cells = new ArrayList<>();
        while (rows.next()) {
            total = rows.getLong("total");
            List<Integer> ordinals = new ArrayList<>();
            for (Dimension dimension : question.by()) {
                ordinals.add(rows.getInt(dimension.code()));
            }
            YearMonth month = YearMonth.from(rows.getObject("month", LocalDate.class));
            cells.add(new Cell(month, ordinals, side(rows, "before_"), side(rows, "after_")));
        }
        return new Found(total, cells);
    }

    private Map<Measure, BigDecimal> side(ResultSet rows, String prefix) throws SQLException {
        Map<Measure, BigDecimal> values = new EnumMap<>(Measure.class);
        for (Measure measure : question.measures()) {
            BigDecimal value = rows.getBigDecimal(prefix + measure.code());
            if (value == null) {
                return null;
            }
            values.put(measure, value);
        }
        return values;
    }
}
