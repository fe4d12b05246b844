package org.puente.benchmarks;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.puente.statistics.cube.Cube;
import org.puente.statistics.cube.Cubes;
import org.puente.statistics.cube.Cut;
import org.puente.statistics.dataset.Codes;
import org.puente.statistics.dataset.Dataset;
import org.puente.statistics.dataset.Dimension;
import org.puente.statistics.release.Catalog;
import org.puente.statistics.release.PublicationDate;
import org.puente.statistics.release.Release;
import org.puente.statistics.release.ReleaseKind;
import org.puente.statistics.series.Group;
import org.puente.statistics.series.Monthly;
import org.puente.statistics.series.SeriesEngine;
import org.puente.statistics.series.Slice;
import org.puente.statistics.series.Vantage;

/** Month by citizenship with two filters. {@link CubeReport} runs this and makes ratios of it. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class CubeBenchmark {

    /** The official file in PostgreSQL and as a cube. */
    @State(Scope.Benchmark)
    public static class Official {

        private OfficialTable table;
        private Connection connection;
        private PreparedStatement sql;
        private SeriesEngine engine;
        private Slice slice;

        @Setup
        public void fill() throws IOException, SQLException {
            table = new OfficialTable();
            Codes codes = table.codes();
            List<YearMonth> months = IntStream.range(0, 60)
                    .mapToObj(YearMonth.of(2019, 10)::plusMonths)
                    .toList();
            Release release = new Release(
                    1,
                    "official",
                    ReleaseKind.ENCOUNTERS_BY_AREA,
                    "",
                    "",
                    null,
                    null,
                    "",
                    PublicationDate.parse("2024-10"),
                    false,
                    Instant.EPOCH,
                    new TreeSet<>(months),
                    Map.of(),
                    table.rows(),
                    Optional.empty());
            Catalog.Snapshot snapshot = new Catalog.Snapshot(List.of(release), Map.of(Dataset.ENCOUNTERS, codes));
            engine = new SeriesEngine(() -> snapshot, new Cubes(table.dataSource(), Long.MAX_VALUE));
            int region = table.ordinal(Dimension.REGION, "Southwest Land Border");
            int component = table.ordinal(Dimension.COMPONENT, "U.S. Border Patrol");
            slice = Slice.parse(
                    Dataset.ENCOUNTERS, Map.of("region", "c" + region, "component", "c" + component), codes);
            connection = table.connection();
            sql = connection.prepareStatement("select month, citizenship, sum(encounters) from encounter_by_area"
                    + " where release_no = 1 and region = ? and component = ? group by month, citizenship");
            sql.setInt(1, region);
            sql.setInt(2, component);
            if (cube() != postgresql()) {
                throw new IllegalStateException("cube and PostgreSQL disagree");
            }
        }

        long cube() {
            Monthly monthly = engine.monthly(slice, List.of(Dimension.CITIZENSHIP), Vantage.NOW);
            long total = 0;
            for (Group group : monthly.groups()) {
                for (long value : group.sums()) {
                    total += value;
                }
            }
            return total;
        }

        long postgresql() throws SQLException {
            long total = 0;
            try (ResultSet rows = sql.executeQuery()) {
                while (rows.next()) {
                    total += rows.getLong(3);
                }
            }
            return total;
        }

        @TearDown
        public void close() throws IOException, SQLException {
            connection.close();
            table.close();
        }
    }

    /** 13 million cells as a cube. */
    @State(Scope.Benchmark)
    public static class Large {

        private final Cube cube = LargeCube.generate();
        private final Cut leading = LargeCube.byCitizenship(Dimension.REGION, Dimension.COMPONENT);
        private final Cut trailing = LargeCube.byCitizenship(Dimension.AUTHORITY, Dimension.TYPE);
    }

    @Benchmark
    public long officialOnTheCube(Official official) {
        return official.cube();
    }

    @Benchmark
    public long officialInPostgresql(Official official) throws SQLException {
        return official.postgresql();
    }

    @Benchmark
    public long largeFilteredByRegionAndComponent(Large large) {
        return LargeCube.read(large.cube, large.leading);
    }

    @Benchmark
    public long largeFilteredByAuthorityAndType(Large large) {
        return LargeCube.read(large.cube, large.trailing);
    }

    @Benchmark
    public long largeWithoutAFilter(Large large) {
        return LargeCube.read(large.cube, LargeCube.byCitizenship());
    }
}
