package org.puente.statistics.intake;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;

/** One transaction that holds the lock of the intake, so that one import runs at a time in the whole deployment. */
@ApplicationScoped
class IntakeTransaction {

    /** What is done inside. A failure undoes all of it. */
    interface Work<T> {
        T on(Connection connection) throws Exception;
    }

    private final IntakeConfig config;
    private final DataSource dataSource;

    /** Imports of this replica wait here rather than in the database, where each would hold a connection. */
    private final Lock turn = new ReentrantLock(true);

    IntakeTransaction(IntakeConfig config, DataSource dataSource) {
        this.config = config;
        this.dataSource = dataSource;
    }

    <T> T call(Work<T> work) {
        turn.lock();
        try {
            return QuarkusTransaction.requiringNew()
                    .timeout(Math.toIntExact(config.transactionTimeout().toSeconds()))
                    .call(() -> {
                        try (Connection connection = dataSource.getConnection()) {
                            lock(connection);
                            return work.on(connection);
                        }
                    });
        } finally {
            turn.unlock();
        }
    }

    private static void lock(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("select pg_advisory_xact_lock(hashtextextended('puente.intake', 0))");
        }
    }
}
