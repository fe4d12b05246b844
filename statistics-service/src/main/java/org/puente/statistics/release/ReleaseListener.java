package org.puente.statistics.release;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.vertx.http.HttpServerStart;
import io.quarkus.vertx.http.HttpsServerStart;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.postgresql.PGConnection;

/**
 * Keeps the catalog of this replica up to date with what others import or withdraw. It learns of it by a notification, and
 * should one get lost, on a new connection or behind a pooler, by looking at the releases once a second.
 */
@ApplicationScoped
class ReleaseListener implements Runnable {

    private static final Logger LOG = Logger.getLogger(ReleaseListener.class);
    private static final int LOOK_MILLIS = 1000;
    private static final String STATE =
            "select count(*) || '-' || count(withdrawn_at) || '-' || max(release_no) from release";

    private final DataSource dataSource;
    private final Catalog catalog;
    private final Event<Catalog.Arrival> arrivals;
    private final Thread thread = new Thread(this, "release-listener");
    private volatile boolean stopped;
    private boolean prepared;
    private String state = "";

    ReleaseListener(DataSource dataSource, Catalog catalog, Event<Catalog.Arrival> arrivals) {
        this.dataSource = dataSource;
        this.catalog = catalog;
        this.arrivals = arrivals;
    }

    /** Not before requests are taken: nobody who waits for the service waits for this. */
    void start(@ObservesAsync HttpServerStart event) {
        start();
    }

    /** Instead of the other one, or beside it. */
    void startEncrypted(@ObservesAsync HttpsServerStart event) {
        start();
    }

    private synchronized void start() {
        if (thread.getState() == Thread.State.NEW && !stopped) {
            thread.setDaemon(true);
            thread.start();
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopped = true;
        thread.interrupt();
        thread.join(TimeUnit.SECONDS.toMillis(2));
    }

    @Override
    public void run() {
        while (!stopped) {
            try (Connection connection = dataSource.getConnection()) {
                prepare();
                listen(connection);
            } catch (SQLException | RuntimeException e) {
                if (!stopped) {
                    LOG.warnf("Not hearing of new releases at present: %s", e.getMessage());
                    pause();
                }
            }
        }
    }

    /** What was there before the start is made ready beside the first queries, so that few of them wait. */
    private void prepare() {
        if (!prepared) {
            Catalog.Snapshot known = catalog.snapshot();
            arrivals.fire(new Catalog.Arrival(
                    known.releases().stream()
                            .filter(release -> release.withdrawal().isEmpty())
                            .toList(),
                    known));
            prepared = true;
        }
    }

    private void listen(Connection connection) throws SQLException {
        PGConnection postgres = connection.unwrap(PGConnection.class);
        try (Statement statement = connection.createStatement()) {
            statement.execute("listen " + Catalog.CHANNEL);
            while (!stopped) {
                look(statement);
                postgres.getNotifications(LOOK_MILLIS);
            }
            statement.execute("unlisten *");
        }
    }

    private void look(Statement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery(STATE)) {
            rows.next();
            String now = rows.getString(1);
            if (!now.equals(state)) {
                catalog.refresh();
                state = now;
            }
        }
    }

    private void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS / 2);
        } catch (InterruptedException e) {
            stopped = true;
        }
    }
}
