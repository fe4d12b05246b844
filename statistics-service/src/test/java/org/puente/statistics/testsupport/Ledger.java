package org.puente.statistics.testsupport;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.YearMonth;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.puente.statistics.cube.Cubes;
import org.puente.statistics.dataset.Dataset;
import org.puente.statistics.dataset.Dimension;
import org.puente.statistics.release.Catalog;
import org.puente.statistics.release.Catalogs;
import org.puente.statistics.release.PublicationDate;
import org.puente.statistics.release.ReleaseKind;
import org.puente.statistics.series.SeriesEngine;

/** A migrated database of its own, without Quarkus, that tests fill by SQL. */
public final class Ledger {

    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static EmbeddedPostgres server;

    private final DataSource dataSource;

    private Ledger(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    public static synchronized Ledger empty() {
        try {
            if (server == null) {
                server = EmbeddedPostgres.builder().start();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String name = "ledger_" + DATABASES.incrementAndGet();
        new Ledger(server.getPostgresDatabase()).run("create database " + name);
        DataSource own = server.getDatabase("postgres", name);
        Flyway.configure().dataSource(own).load().migrate();
        return new Ledger(own);
    }

    public DataSource dataSource() {
        return dataSource;
    }

    public void run(String sql) {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Adds codes with ordinals from 0 on; each is its own label and spelling. */
    public Ledger codes(Dataset dataset, Dimension dimension, String... codes) {
        for (int i = 0; i < codes.length; i++) {
            run("insert into code values ('%s', '%s', %d, '%s', '%4$s', '%4$s')"
                    .formatted(dataset, dimension, i, codes[i]));
        }
        return this;
    }

    /** Adds a release without cells. @return its number */
    public int release(String id, ReleaseKind kind, String publishedOn, YearMonth first, YearMonth last) {
        PublicationDate published = PublicationDate.parse(publishedOn);
        run(
                "insert into release (id, kind, publisher, title, file_name, sha256, content_sha256, published_on, published_precision,"
                        + " imported_at, row_count, totals) values ('%s', '%s', 'CBP', 'Title of %1$s', '%1$s.csv',"
                                .formatted(id, kind)
                        + " encode(sha256('%1$s'), 'hex'), encode(sha256('%1$s'), 'hex'), '%2$s', '%3$s', now(), 0, '{}')"
                                .formatted(
                                        id,
                                        published.first(),
                                        published.precision().name().toLowerCase()));
        int number = (int) number("select release_no from release where id = '" + id + "'");
        for (YearMonth month = first; !month.isAfter(last); month = month.plusMonths(1)) {
            run("insert into release_month values (" + number + ", '" + month.atDay(1) + "')");
        }
        return number;
    }

    /** Adds one line of numbers to the table of a kind, after its release and month. */
    public void cell(int release, ReleaseKind kind, YearMonth month, long... numbers) {
        String values = IntStream.range(0, numbers.length)
                .mapToObj(i -> Long.toString(numbers[i]))
                .collect(Collectors.joining(", "));
        run("insert into " + kind.table() + " values (" + release + ", '" + month.atDay(1) + "', " + values + ")");
    }

    public long number(String sql) {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    public Catalog catalog() {
        return Catalogs.of(dataSource);
    }

    /** An engine that knows what the database holds now. */
    public SeriesEngine engine() {
        return new SeriesEngine(catalog(), new Cubes(dataSource));
    }
}
