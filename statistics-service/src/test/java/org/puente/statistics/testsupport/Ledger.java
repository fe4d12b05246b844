package org.puente.statistics.testsupport;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.puente.statistics.cube.Cubes;
import org.puente.statistics.dataset.Code;
import org.puente.statistics.dataset.Codes;
import org.puente.statistics.dataset.Dataset;
import org.puente.statistics.dataset.Dimension;
import org.puente.statistics.release.Catalog;
import org.puente.statistics.release.PublicationDate;
import org.puente.statistics.release.Release;
import org.puente.statistics.release.ReleaseKind;
import org.puente.statistics.series.SeriesEngine;

/** Releases whose cells stand in a migrated database of their own, without Quarkus; tests fill it by SQL. */
public final class Ledger {

    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static EmbeddedPostgres server;

    private final String name;
    private final DataSource dataSource;
    private final List<Release> releases = new ArrayList<>();
    private final Map<Dataset, Map<Dimension, List<Code>>> codes = new EnumMap<>(Dataset.class);

    private Ledger(String name, DataSource dataSource) {
        this.name = name;
        this.dataSource = dataSource;
        for (Dataset dataset : Dataset.values()) {
            codes.put(dataset, new EnumMap<>(Dimension.class));
        }
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
        new Ledger("postgres", server.getPostgresDatabase()).run("create database " + name);
        DataSource own = server.getDatabase("postgres", name);
        Flyway.configure().dataSource(own).load().migrate();
        return new Ledger(name, own);
    }

    public DataSource dataSource() {
        return dataSource;
    }

    /** Whether its database lets anyone in. */
    public void takeConnections(boolean taken) {
        new Ledger("postgres", server.getPostgresDatabase())
                .run("alter database " + name + " with allow_connections " + taken);
    }

    /** In the order in which they were added. */
    public List<Release> releases() {
        return List.copyOf(releases);
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
    public Ledger codes(Dataset dataset, Dimension dimension, String... names) {
        List<Code> numbered = IntStream.range(0, names.length)
                .mapToObj(i -> new Code(i, names[i], names[i], names[i]))
                .toList();
        codes.get(dataset).put(dimension, numbered);
        return this;
    }

    public int release(String id, ReleaseKind kind, String publishedOn, YearMonth first, YearMonth last) {
        List<YearMonth> months = LongStream.rangeClosed(0, first.until(last, ChronoUnit.MONTHS))
                .mapToObj(first::plusMonths)
                .toList();
        return release(id, kind, publishedOn, months, Map.of());
    }

    /** Adds a release without cells. @return its number */
    public int release(
            String id,
            ReleaseKind kind,
            String publishedOn,
            Collection<YearMonth> months,
            Map<Dimension, Set<String>> scope) {
        int number = releases.size() + 1;
        releases.add(new Release(
                number,
                id,
                kind,
                "CBP",
                "Title of " + id,
                null,
                id + ".csv",
                "0".repeat(64),
                PublicationDate.parse(publishedOn),
                false,
                Instant.EPOCH,
                new TreeSet<>(months),
                scope,
                0,
                Optional.empty()));
        return number;
    }

    /** Adds one line of numbers to the table of a kind, after its release and month. */
    public void cell(int release, ReleaseKind kind, YearMonth month, long... numbers) {
        String values = IntStream.range(0, numbers.length)
                .mapToObj(i -> Long.toString(numbers[i]))
                .collect(Collectors.joining(", "));
        run("insert into " + kind.table() + " values (" + release + ", '" + month.atDay(1) + "', " + values + ")");
    }

    public Codes codesOf(Dataset dataset) {
        return new Codes(codes.get(dataset));
    }

    /** An engine that knows what was added so far. */
    public SeriesEngine engine() {
        List<Release> newestFirst = releases.stream()
                .sorted(Comparator.comparing(
                                (Release release) -> release.publishedOn().knownSince())
                        .reversed()
                        .thenComparing(Release::kind)
                        .thenComparing(Comparator.comparing(Release::number).reversed()))
                .toList();
        Map<Dataset, Codes> known = new EnumMap<>(Dataset.class);
        codes.keySet().forEach(dataset -> known.put(dataset, codesOf(dataset)));
        Catalog.Snapshot snapshot = new Catalog.Snapshot(newestFirst, known);
        return new SeriesEngine(() -> snapshot, new Cubes(dataSource, Long.MAX_VALUE));
    }
}
