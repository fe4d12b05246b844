package org.puente.benchmarks;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.PGConnection;
import org.puente.statistics.dataset.Code;
import org.puente.statistics.dataset.Codes;
import org.puente.statistics.dataset.Dimension;
import org.puente.statistics.release.ReleaseKind;
import org.puente.statistics.testsupport.GeneratedFile;

/**
 * The cells of the official encounters file, or of a generated one of the same size where it is absent, in an indexed table of a
 * PostgreSQL of its own. Codes are numbered in the order in which they occur.
 */
final class OfficialTable implements AutoCloseable {

    static final int ROWS = 68_815;
    private static final List<String> MONTHS =
            List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC");
    /** Where each dimension stands in a line of the file, in the order of the table's columns. */
    private static final Map<Dimension, Integer> COLUMNS = new LinkedHashMap<>();

    static {
        COLUMNS.put(Dimension.REGION, 4);
        COLUMNS.put(Dimension.COMPONENT, 3);
        COLUMNS.put(Dimension.AREA, 5);
        COLUMNS.put(Dimension.DEMOGRAPHIC, 7);
        COLUMNS.put(Dimension.CITIZENSHIP, 8);
        COLUMNS.put(Dimension.AUTHORITY, 9);
        COLUMNS.put(Dimension.TYPE, 10);
    }

    private final EmbeddedPostgres server;
    private final Map<Dimension, Map<String, Integer>> ordinals = new EnumMap<>(Dimension.class);
    private final String source;
    private int rows;

    OfficialTable() throws IOException, SQLException {
        this.server = EmbeddedPostgres.builder().start();
        COLUMNS.keySet().forEach(dimension -> ordinals.put(dimension, new LinkedHashMap<>()));
        Flyway.configure().dataSource(server.getPostgresDatabase()).load().migrate();
        Path file = Path.of(
                System.getProperty("puente.data", "../shared/data"),
                "2024-10/nationwide-encounters-fy20-fy24-aor.csv.gz");
        this.source = Files.isReadable(file) ? file.getFileName().toString() : "a generated file";
        try (InputStream bytes =
                        Files.isReadable(file) ? new GZIPInputStream(Files.newInputStream(file)) : generated();
                BufferedReader lines = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
            fill(lines);
        }
    }

    private static InputStream generated() throws IOException {
        Path file = Files.createTempFile("generated", ".csv");
        try (var out = Files.newOutputStream(file)) {
            GeneratedFile.of(GeneratedFile.Format.BY_AREA, 1, ROWS).writeTo(out);
        }
        return Files.newInputStream(file);
    }

    private void fill(BufferedReader lines) throws IOException, SQLException {
        StringBuilder copy = new StringBuilder();
        lines.readLine();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            String[] fields = fields(line);
            int month = MONTHS.indexOf(fields[2]) + 1;
            int year = Integer.parseInt(fields[0].substring(0, 4)) - (month >= 10 ? 1 : 0);
            copy.append("1\t%d-%02d-01".formatted(year, month));
            COLUMNS.forEach((dimension, column) -> {
                Map<String, Integer> known = ordinals.get(dimension);
                copy.append('\t').append(known.computeIfAbsent(fields[column], label -> known.size()));
            });
            copy.append('\t').append(fields[11]).append('\n');
            rows++;
        }
        try (Connection connection = connection();
                Statement statement = connection.createStatement()) {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy encounter_by_area from stdin", new StringReader(copy.toString()));
            statement.execute("create index by_filters on encounter_by_area"
                    + " (release_no, region, component, month, citizenship) include (encounters)");
            statement.execute("vacuum analyze encounter_by_area");
        }
    }

    /** The fields of a line, quotes around one with a comma taken off. */
    private static String[] fields(String line) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (char c : line.toCharArray()) {
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        fields.add(field.toString());
        return fields.toArray(String[]::new);
    }

    Connection connection() throws SQLException {
        return server.getPostgresDatabase().getConnection();
    }

    DataSource dataSource() {
        return server.getPostgresDatabase();
    }

    int rows() {
        return rows;
    }

    String source() {
        return source;
    }

    Codes codes() {
        Map<Dimension, List<Code>> codes = new EnumMap<>(Dimension.class);
        for (Dimension dimension : ReleaseKind.ENCOUNTERS_BY_AREA.dimensions()) {
            List<Code> list = new ArrayList<>();
            ordinals.get(dimension)
                    .forEach((label, ordinal) -> list.add(new Code(ordinal, "c" + ordinal, label, label)));
            codes.put(dimension, list);
        }
        return new Codes(codes);
    }

    int ordinal(Dimension dimension, String label) {
        return ordinals.get(dimension).get(label);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
