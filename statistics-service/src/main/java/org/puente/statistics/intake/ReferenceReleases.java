package org.puente.statistics.intake;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.puente.statistics.dataset.Codes;
import org.puente.statistics.dataset.Dataset;
import org.puente.statistics.dataset.Dimension;
import org.puente.statistics.release.Catalog;
import org.puente.statistics.release.ReleaseRepository;
import org.puente.statistics.release.StoredRelease;
import org.puente.statistics.shipped.ShippedData;

/** Codes and published totals that ship with the service, so that it answers before any file is imported. */
@ApplicationScoped
class ReferenceReleases {

    /** Before anything that looks at the releases when the service starts. */
    private static final int FIRST = 100;

    /** What goes into the database, and by which rules, is all of this. */
    private static final ShippedData.Part CODES_AND_TOTALS = new ShippedData.Part(
            "codes and published totals",
            "/reference/codes.csv",
            "/reference/citizenships.csv",
            "/reference/monthly-totals.csv",
            "/reference/first-prints.csv");

    private final ShippedData shipped;
    private final IntakeTransaction transaction;
    private final ReleaseRepository releases;
    private final Catalog catalog;

    ReferenceReleases(ShippedData shipped, IntakeTransaction transaction, ReleaseRepository releases, Catalog catalog) {
        this.shipped = shipped;
        this.transaction = transaction;
        this.releases = releases;
        this.catalog = catalog;
    }

    /** Stores what isn't there yet; the lock of the intake lets several replicas start at once. */
    void load(@Observes @Priority(FIRST) StartupEvent start) {
        if (!shipped.isStored(CODES_AND_TOTALS)) {
            store();
        }
        catalog.refresh();
    }

    private void store() {
        transaction.call(connection -> {
            CodeTable.addKnown(connection, Catalog.readCodes(connection));
            Codes codes = Catalog.readCodes(connection).get(Dataset.ENCOUNTERS);
            Set<String> stored = contents(connection);
            for (PublishedTotals totals : PublishedTotals.all()) {
                if (!stored.contains(totals.sha256())) {
                    store(connection, totals, codes);
                }
            }
            shipped.stored(CODES_AND_TOTALS);
            return null;
        });
    }

    private static Set<String> contents(Connection connection) throws SQLException {
        Set<String> contents = new HashSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select content_sha256 from release")) {
            while (rows.next()) {
                contents.add(rows.getString(1));
            }
        }
        return contents;
    }

    private void store(Connection connection, PublishedTotals totals, Codes codes) throws SQLException {
        int number = releases.nextNumber();
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into encounter_total (release_no, month, region, component, encounters) values (?, ?, ?, ?, ?)")) {
            for (PublishedTotals.Line line : totals.lines()) {
                insert.setInt(1, number);
                insert.setObject(2, line.month().atDay(1));
                insert.setInt(3, ordinal(codes, Dimension.REGION, line.region()));
                insert.setObject(
                        4,
                        line.component() == null ? null : ordinal(codes, Dimension.COMPONENT, line.component()),
                        Types.SMALLINT);
                insert.setInt(5, line.encounters());
                insert.addBatch();
            }
            insert.executeBatch();
        }
        StoredRelease release = new StoredRelease(
                number,
                releases.freeId(totals.id()),
                totals.kind(),
                new StoredRelease.Origin(
                        Intake.PUBLISHER, totals.title(), null, null, totals.sha256(), totals.sha256()),
                totals.publishedOn(),
                false,
                Instant.now(),
                new StoredRelease.Contents(
                        totals.lines().size(), totals.byMonth(), totals.scope(codes), Map.of(), List.of()));
        releases.persist(release);
        Catalog.announce(connection, release.id());
    }

    private static int ordinal(Codes codes, Dimension dimension, String code) {
        return codes.find(dimension, code).orElseThrow().ordinal();
    }
}
