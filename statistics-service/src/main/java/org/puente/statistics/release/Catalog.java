package org.puente.statistics.release;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.sql.Array;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.puente.statistics.dataset.Code;
import org.puente.statistics.dataset.Codes;
import org.puente.statistics.dataset.Dataset;
import org.puente.statistics.dataset.Dimension;

/** What this replica knows of the releases in the database: an immutable snapshot that {@link #refresh()} replaces. */
@ApplicationScoped
public class Catalog {

    /** Channel on which replicas tell each other that the releases changed. */
    public static final String CHANNEL = "puente_releases";

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

        private boolean saysTheSameAs(Snapshot other) {
            return releases.equals(other.releases)
                    && Stream.of(Dataset.values())
                            .allMatch(dataset -> dataset.dimensions().stream().allMatch(dimension -> codes.get(dataset)
                                    .of(dimension)
                                    .equals(other.codes.get(dataset).of(dimension))));
        }
    }

    /**
     * Releases that queries are about to see.
     *
     * @param snapshot that they belong to
     */
    public record Arrival(List<Release> releases, Snapshot snapshot) {}

    private final DataSource dataSource;
    private final ObjectMapper json;
    private final Event<Arrival> arrivals;
    private volatile Snapshot snapshot;

    Catalog(DataSource dataSource, ObjectMapper json, Event<Arrival> arrivals) {
        this.dataSource = dataSource;
        this.json = json;
        this.arrivals = arrivals;
    }

    public Snapshot snapshot() {
        Snapshot known = snapshot;
        return known == null ? refresh() : known;
    }

    /**
     * Reads the database again. Where nothing changed, the snapshot stays the same object, as answers are kept by it. Until
     * those who observe an {@link Arrival} are done, queries see what they saw before.
     */
    public synchronized Snapshot refresh() {
        Snapshot fresh = read();
        if (snapshot == null) {
            snapshot = fresh;
        } else if (!fresh.saysTheSameAs(snapshot)) {
            Set<Integer> known =
                    snapshot.releases().stream().map(Release::number).collect(Collectors.toSet());
            arrivals.fire(new Arrival(
                    fresh.releases().stream()
                            .filter(release -> !known.contains(release.number()))
                            .toList(),
                    fresh));
            snapshot = fresh;
        }
        return snapshot;
    }

    private Snapshot read() {
        try (Connection connection = dataSource.getConnection()) {
            // Codes are read last: they are only ever added, so every code of these releases is among them.
            return new Snapshot(readReleases(connection), readCodes(connection));
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException("The releases could not be read", e);
        }
    }

    /** Months come with their release in one statement, so that no import can fall between the two. */
    private List<Release> readReleases(Connection connection) throws SQLException, JsonProcessingException {
        List<Release> releases = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select r.*, array(select month from release_month m where m.release_no = r.release_no) as months"
                                + " from release r")) {
            while (rows.next()) {
                releases.add(release(rows, months(rows.getArray("months"))));
            }
        }
        releases.sort(Release.NEWEST_FIRST);
        return List.copyOf(releases);
    }

    private static SortedSet<YearMonth> months(Array dates) throws SQLException {
        return Arrays.stream((Date[]) dates.getArray())
                .map(date -> YearMonth.from(date.toLocalDate()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Release release(ResultSet row, SortedSet<YearMonth> months) throws SQLException, JsonProcessingException {
        String withdrawnReason = row.getString("withdrawn_reason");
        return new Release(
                row.getInt("release_no"),
                row.getString("id"),
                ReleaseKind.valueOf(row.getString("kind")),
                row.getString("publisher"),
                row.getString("title"),
                row.getString("source_url"),
                row.getString("file_name"),
                row.getString("sha256"),
                new PublicationDate(
                        row.getObject("published_on", LocalDate.class),
                        PublicationDate.Precision.valueOf(
                                row.getString("published_precision").toUpperCase(Locale.ROOT))),
                row.getBoolean("published_estimated"),
                row.getTimestamp("imported_at").toInstant(),
                Collections.unmodifiableSortedSet(months),
                json.readValue(row.getString("scope"), new TypeReference<Map<Dimension, Set<String>>>() {}),
                row.getLong("row_count"),
                Optional.ofNullable(withdrawnReason)
                        .map(reason -> new Release.Withdrawal(instant(row, "withdrawn_at"), reason)));
    }

    private static Instant instant(ResultSet row, String column) {
        try {
            return row.getTimestamp(column).toInstant();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Tells every replica, this one included, once the transaction is committed. */
    public static void announce(Connection connection, String releaseId) throws SQLException {
        try (PreparedStatement notify = connection.prepareStatement("select pg_notify(?, ?)")) {
            notify.setString(1, CHANNEL);
            notify.setString(2, releaseId);
            notify.execute();
        }
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
