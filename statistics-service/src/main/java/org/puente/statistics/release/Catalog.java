package org.puente.statistics.release;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.puente.statistics.dataset.Code;
import org.puente.statistics.dataset.Codes;
import org.puente.statistics.dataset.Dataset;
import org.puente.statistics.dataset.Dimension;

/** What this replica knows of the releases in the database: an immutable snapshot that {@link #refresh()} replaces. */
@ApplicationScoped
public class Catalog {

    /**
     * Releases and codes that belong together.
     *
     * @param releases the newest publication first, withdrawn ones included; of one day, in order of {@link ReleaseKind},
     *                 then the latest import first
     * @param codes    by dataset
     */
    public record Snapshot(List<Release> releases, Map<Dataset, Codes> codes) {

        public Optional<Release> find(String id) {
            return releases.stream().filter(release -> release.id().equals(id)).findFirst();
        }
    }

    private static final Comparator<Release> NEWEST_FIRST = Comparator.comparing(
                    (Release release) -> release.publishedOn().knownSince())
            .reversed()
            .thenComparing(Release::kind)
            .thenComparing(Comparator.comparing(Release::number).reversed());

    private final ReleaseRepository releases;
    private final DataSource dataSource;
    private volatile Snapshot snapshot;

    Catalog(ReleaseRepository releases, DataSource dataSource) {
        this.releases = releases;
        this.dataSource = dataSource;
    }

    public Snapshot snapshot() {
        Snapshot known = snapshot;
        return known == null ? refresh() : known;
    }

    /** Reads the database again, in a transaction of its own. */
    public synchronized Snapshot refresh() {
        Snapshot fresh = QuarkusTransaction.requiringNew().call(() -> {
            try (Connection connection = dataSource.getConnection()) {
                List<Release> known = releases.everything().stream()
                        .map(StoredRelease::toRelease)
                        .sorted(NEWEST_FIRST)
                        .toList();
                return new Snapshot(known, readCodes(connection));
            }
        });
        snapshot = fresh;
        return fresh;
    }

    /** The codes as this transaction sees them. */
    public static Map<Dataset, Codes> readCodes(Connection connection) throws SQLException {
        Map<Dataset, Map<Dimension, List<Code>>> codes = new EnumMap<>(Dataset.class);
        for (Dataset dataset : Dataset.values()) {
            codes.put(dataset, new EnumMap<>(Dimension.class));
        }
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select dataset, dimension, ordinal, code, label, official from code order by 1, 2, 3")) {
            while (rows.next()) {
                codes.get(Dataset.valueOf(rows.getString(1)))
                        .computeIfAbsent(Dimension.valueOf(rows.getString(2)), dimension -> new ArrayList<>())
                        .add(new Code(rows.getInt(3), rows.getString(4), rows.getString(5), rows.getString(6)));
            }
        }
        Map<Dataset, Codes> result = new EnumMap<>(Dataset.class);
        codes.forEach((dataset, dimensions) -> result.put(dataset, new Codes(dimensions)));
        return Map.copyOf(result);
    }
}
