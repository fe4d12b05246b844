package org.puente.statistics.testsupport;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.puente.postgres.PostgresServer;

/** A PostgreSQL as in production, whose commits reach the disk, that a test may stop and start. */
public final class DatabaseProcess implements AutoCloseable {

    private final PostgresServer server;
    private Process process;

    /** @param folder where its programs and data are kept */
    public DatabaseProcess(Path folder) throws IOException {
        server = new PostgresServer(folder.resolve("programs"), folder.resolve("data"), freePort(), "secret");
        server.prepare();
    }

    public static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    public void start() throws IOException {
        process = server.command()
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        await().atMost(Duration.ofSeconds(60)).ignoreExceptions().until(() -> {
            connect("postgres").close();
            return true;
        });
    }

    /** Breaks off what runs, and ends. */
    public void stop() throws IOException {
        new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start();
        process.onExit().join();
    }

    public void create(String database) throws SQLException {
        try (Connection connection = connect("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + database);
        }
    }

    public Connection connect(String database) throws SQLException {
        return server.connect(database);
    }

    /** Runs a command of psql against a database. */
    public void psql(String database, String command) throws IOException, InterruptedException {
        ProcessBuilder psql = new ProcessBuilder(
                        "psql",
                        "-q",
                        "-v",
                        "ON_ERROR_STOP=1",
                        "-h",
                        "127.0.0.1",
                        "-p",
                        Integer.toString(port()),
                        "-U",
                        "postgres",
                        "-c",
                        command,
                        database)
                .inheritIO();
        psql.environment().put("PGPASSWORD", password());
        if (psql.start().waitFor() != 0) {
            throw new IllegalStateException("psql failed: " + command);
        }
    }

    public String jdbcUrl(String database) {
        return server.jdbcUrl(database);
    }

    public String password() {
        return server.password();
    }

    public int port() {
        return server.port();
    }

    @Override
    public void close() throws IOException {
        if (process != null && process.isAlive()) {
            stop();
        }
    }
}
