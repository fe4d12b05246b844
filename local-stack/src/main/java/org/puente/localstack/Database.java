package org.puente.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.List;
import java.util.Properties;
import org.puente.postgres.PostgresServer;

/** The PostgreSQL server, with a database and a role of its own for each service that keeps data. */
final class Database extends Part {

    private static final List<String> DATABASES = List.of("statistics", "diplomacy");

    private Properties passwords;

    Database(int port, Workspace workspace) {
        super("database", port, workspace, "INT");
    }

    @Override
    ProcessBuilder command() throws IOException {
        server().prepare();
        return server().command();
    }

    @Override
    public String address() {
        return "postgresql://127.0.0.1:" + port();
    }

    @Override
    public boolean isReady() {
        try (Connection connection = server().connect("postgres")) {
            return connection.isValid(1);
        } catch (SQLException e) {
            return false;
        }
    }

    String jdbcUrl(String database) {
        return server().jdbcUrl(database);
    }

    String password(String role) {
        return passwords().getProperty(role);
    }

    /** Gives each service its database where it is missing, with the password that stands in the passwords file. */
    void createDatabases() throws SQLException {
        try (Connection connection = server().connect("postgres");
                Statement sql = connection.createStatement()) {
            for (String name : DATABASES) {
                if (!exists(sql, "select from pg_roles where rolname = '" + name + "'")) {
                    sql.execute("create role " + name + " login");
                }
                sql.execute("alter role " + name + " password '" + password(name) + "'");
                if (!exists(sql, "select from pg_database where datname = '" + name + "'")) {
                    sql.execute("create database " + name + " owner " + name);
                    sql.execute("revoke connect on database " + name + " from public");
                }
            }
        }
    }

    private static boolean exists(Statement sql, String query) throws SQLException {
        try (var rows = sql.executeQuery(query)) {
            return rows.next();
        }
    }

    private PostgresServer server() {
        return new PostgresServer(
                workspace().postgresPrograms(), workspace().postgresData(), port(), password(PostgresServer.OWNER));
    }

    private synchronized Properties passwords() {
        try {
            if (passwords == null) {
                passwords = Files.exists(workspace().passwords()) ? readPasswords() : makePasswords();
            }
            return passwords;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Properties readPasswords() throws IOException {
        Properties read = new Properties();
        try (var file = Files.newBufferedReader(workspace().passwords())) {
            read.load(file);
        }
        return read;
    }

    private Properties makePasswords() throws IOException {
        Path file = workspace().passwords();
        if (Files.exists(workspace().postgresData())) {
            throw new Failure("The passwords of the database are gone: put " + file + " back, or delete "
                    + workspace().postgresData() + " to start anew without its data.");
        }
        Properties made = new Properties();
        SecureRandom random = new SecureRandom();
        for (String role : List.of(PostgresServer.OWNER, DATABASES.get(0), DATABASES.get(1))) {
            byte[] bytes = new byte[24];
            random.nextBytes(bytes);
            made.setProperty(role, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
        }
        Path next = file.resolveSibling(file.getFileName() + ".next");
        Files.deleteIfExists(next);
        Files.createFile(next, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (var writer = Files.newBufferedWriter(next)) {
            made.store(writer, null);
        }
        Files.move(next, file);
        return made;
    }
}
