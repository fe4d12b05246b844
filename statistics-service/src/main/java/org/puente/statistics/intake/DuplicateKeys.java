package org.puente.statistics.intake;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.postgresql.util.PSQLException;
import org.puente.statistics.cbp.BadFile;
import org.puente.statistics.cbp.BadLine;
import org.puente.statistics.cbp.CodeBook;
import org.puente.statistics.cbp.OfficialFile;
import org.puente.statistics.dataset.Dimension;
import org.puente.statistics.release.Catalog;

/**
 * Lines that share month and dimensions, in a file too large for its cells to be kept in memory. COPY stops at the first of
 * them, so the file is then read once more into a table that has no key, where all are found.
 */
final class DuplicateKeys {

    private static final String UNIQUE_VIOLATION = "23505";
    private static final String CELLS = "encounter_.*|drug_seizure";
    private static final int NAMED = 20;

    private DuplicateKeys() {}

    static boolean caused(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PSQLException sql
                    && UNIQUE_VIOLATION.equals(sql.getSQLState())
                    && sql.getServerErrorMessage().getTable().matches(CELLS)) {
                return true;
            }
        }
        return false;
    }

    /** Names the lines that repeat an earlier one. */
    static BadFile named(Connection connection, SpooledFile spooled) throws SQLException, IOException {
        try (InputStream in = spooled.content();
                Statement statement = connection.createStatement()) {
            OfficialFile file = OfficialFile.open(in);
            statement.execute(
                    "create temporary table line_of_file on commit drop as select 0::bigint as line, t.* from "
                            + file.kind().table() + " t with no data");
            fill(connection, file);
            String key = file.kind().dimensions().stream().map(Dimension::code).collect(Collectors.joining(", "));
            try (ResultSet rows = statement.executeQuery("select line, first, count(*) over () from"
                    + " (select line, min(line) over (partition by month, " + key + ") as first from line_of_file) t"
                    + " where line > first order by line limit " + NAMED)) {
                return named(rows);
            }
        }
    }

    private static void fill(Connection connection, OfficialFile file) throws SQLException, IOException {
        CodeBook book = new CodeBook(
                file.kind().dataset(),
                Catalog.readCodes(connection).get(file.kind().dataset()));
        try (CopyStream copy = CopyStream.open(connection, "line_of_file", "line", file)) {
            file.read(book, (line, cell) -> copy.write(CopyStream.key(line), cell));
            if (file.problems().any()) {
                throw file.problems().refusal();
            }
            copy.flush();
            copy.finish();
        }
    }

    private static BadFile named(ResultSet rows) throws SQLException {
        List<BadLine> lines = new ArrayList<>();
        long count = 0;
        while (rows.next()) {
            lines.add(BadLine.repeat(rows.getLong(1), rows.getLong(2)));
            count = rows.getLong(3);
        }
        return BadFile.of(lines, count);
    }
}
