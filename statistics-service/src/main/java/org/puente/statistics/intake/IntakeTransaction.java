package org.puente.statistics.intake;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** One transaction that holds the lock of the intake, so that one import runs at a time in the whole deployment. */
@ApplicationScoped
class IntakeTransaction {

    /** Channel on which replicas tell each other of a change of the releases. */
    static final String CHANNEL = "puente_releases";

    /** What is done inside. A failure undoes all of it. */
    interface Work<T> {
        T on(Connection connection) throws Exception;
    }

    private final IntakeConfig config;
    private final DataSource dataSource;

    IntakeTransaction(IntakeConfig config, DataSource dataSource) {
        this.config = config;
        this.dataSource = dataSource;
    }

    <T> T call(Work<T> work) {
        return QuarkusTransaction.requiringNew()
                .timeout(Math.toIntExact(config.transactionTimeout().toSeconds()))
                .call(() -> {
                    try (Connection connection = dataSource.getConnection()) {
                        lock(connection);
                        return work.on(connection);
                    }
                });
    }

    /** Tells every replica at the commit, this one included. */
    static void announce(Connection connection, String releaseId) throws SQLException {
        try (PreparedStatement notify = connection.prepareStatement("select pg_notify(?, ?)")) {
            notify.setString(1, CHANNEL);
            notify.setString(2, releaseId);
            notify.execute();
        }
    }

    private static void lock(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("select pg_advisory_xact_lock(hashtextextended('puente.intake', 0))");
        }
    }
}
