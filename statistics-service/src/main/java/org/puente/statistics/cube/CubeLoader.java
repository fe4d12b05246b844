package org.puente.statistics.cube;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyInputStream;
import org.puente.statistics.dataset.Codes;
import org.puente.statistics.dataset.Dimension;
import org.puente.statistics.dataset.Measure;
import org.puente.statistics.release.Release;

/** Reads the cells of a release out of PostgreSQL, sorted there, in one COPY. */
final class CubeLoader {

    private static final int BUFFER = 1 << 16;

    private final DataSource dataSource;

    CubeLoader(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** @param codes of the release's dataset, at least as new as the release */
    Cube load(Release release, Codes codes) throws SQLException, IOException {
        List<Measure> measures = release.kind().dataset().measures();
        CubeBuilder builder = new CubeBuilder(release.kind().dimensions(), measures, codes);
        try (Connection connection = dataSource.getConnection();
                PGCopyInputStream copy =
                        new PGCopyInputStream(connection.unwrap(PGConnection.class), query(release, builder));
                InputStream lines = new BufferedInputStream(copy, BUFFER)) {
            int[] cell = new int[builder.order().size()];
            long[] amount = new long[measures.size()];
            for (int month = (int) number(lines); month >= 0; month = (int) number(lines)) {
                for (int i = 0; i < cell.length; i++) {
                    cell[i] = (int) number(lines);
                }
                for (int i = 0; i < amount.length; i++) {
                    amount[i] = number(lines);
                }
                builder.add(month, cell, amount);
            }
        }
        return builder.build();
    }

    private static String query(Release release, CubeBuilder builder) {
        List<String> codes = builder.order().stream().map(Dimension::code).toList();
        Stream<String> amounts = release.kind().dataset().measures().stream().map(CubeLoader::amount);
        return "copy (select (extract(year from month) * 12 + extract(month from month) - 1)::int, "
                + Stream.concat(codes.stream(), amounts).collect(Collectors.joining(", "))
                + " from " + release.kind().table()
                + " where release_no = " + release.number()
                + " order by month, " + String.join(", ", codes) + ") to stdout";
    }

    private static String amount(Measure measure) {
        return measure == Measure.WEIGHT
                ? "round(weight * 1" + "0".repeat(Cube.scale(measure)) + ")::bigint"
                : measure.code();
    }

    /** The next whole number of the text that COPY sends, all of them 0 or more; −1 at its end. */
    private static long number(InputStream text) throws IOException {
        long number = 0;
        int digits = 0;
        for (int c = text.read(); c >= '0' && c <= '9'; c = text.read()) {
            number = number * 10 + c - '0';
            digits++;
        }
        return digits == 0 ? -1 : number;
    }
}
