package org.puente.statistics.intake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.puente.statistics.cbp.Cell;
import org.puente.statistics.cbp.OfficialFile;

/** Cells on their way into a table by COPY, in chunks. */
final class CopyStream implements AutoCloseable {

    private static final int CHUNK = 64 * 1024;

    private final CopyIn copy;
    private final byte[] buffer = new byte[CHUNK];
    private int length;

    private CopyStream(CopyIn copy) {
        this.copy = copy;
    }

    /** @param key name of the column that precedes those of the file */
    static CopyStream open(Connection connection, String table, String key, OfficialFile file) throws SQLException {
        String columns = key + ", " + String.join(", ", file.columns());
        return new CopyStream(connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy " + table + " (" + columns + ") from stdin"));
    }

    void write(byte[] key, Cell cell) throws IOException {
        int rowLength = cell.rowLength();
        if (length + key.length + 1 + rowLength > CHUNK) {
            flush();
        }
        System.arraycopy(key, 0, buffer, length, key.length);
        length += key.length;
        buffer[length++] = '\t';
        System.arraycopy(cell.row(), 0, buffer, length, rowLength);
        length += rowLength;
    }

    /** Waits until the table has all rows, which were flushed before. */
    void finish() throws SQLException {
        copy.endCopy();
    }

    /** Leaves nothing behind where {@link #finish()} wasn't reached. */
    @Override
    public void close() throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
    }

    static byte[] key(long number) {
        return Long.toString(number).getBytes(StandardCharsets.US_ASCII);
    }

    /** Sends what was written so far, and doesn't wait until the table has it. */
    void flush() throws IOException {
        try {
            copy.writeToCopy(buffer, 0, length);
        } catch (SQLException e) {
            throw new IOException(e);
        }
        length = 0;
    }
}
