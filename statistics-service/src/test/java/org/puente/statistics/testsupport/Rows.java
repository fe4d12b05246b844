package org.puente.statistics.testsupport;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Asks the database itself. */
public final class Rows {

    /** Everything that an import may write. */
    private static final String TRACE = """
            select (select count(*) from release) || '/' || (select count(*) from release_month)
                || '/' || (select count(*) from code) || '/' || (select count(*) from encounter_by_area)
                || '/' || (select count(*) from encounter_by_state) || '/' || (select count(*) from drug_seizure)
            """;

    private Rows() {}

    /** The first column of the first row. Parameters are texts, or null. */
    public static String text(DataSource dataSource, String query, String... parameters) {
        try (Connection connection = dataSource.getConnection()) {
            return text(connection, query, parameters);
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        }
    }

    public static BigDecimal number(DataSource dataSource, String query, String... parameters) {
        return new BigDecimal(text(dataSource, query, parameters));
    }

    /** How many rows every table of releases has; the same before and after an import that left no trace. */
    public static String trace(DataSource dataSource) {
        return text(dataSource, TRACE);
    }

    public static String trace(Connection connection) throws SQLException {
        return text(connection, TRACE);
    }

    public static String text(Connection connection, String query, String... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            for (int at = 0; at < parameters.length; at++) {
                statement.setString(at + 1, parameters[at]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }
}
