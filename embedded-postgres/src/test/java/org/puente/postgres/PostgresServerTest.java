package org.puente.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresServerTest {

    @TempDir
    static Path programs;

    @TempDir
    Path folder;

    private PostgresServer server;
    private Process process;

    @BeforeEach
    void start() throws Exception {
        server = new PostgresServer(programs.resolve("18"), folder.resolve("data"), freePort(), "s3cret'\"\\ß");
        server.prepare();
        process = server.command()
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
    }

    @AfterEach
    void stop() throws Exception {
        process.destroyForcibly().waitFor();
    }

    @Test
    void everyCommitReachesTheDisk() throws Exception {
        try (Connection connection = connectWhenUp()) {
            assertThat(setting(connection, "fsync")).isEqualTo("on");
            assertThat(setting(connection, "synchronous_commit")).isEqualTo("on");
            assertThat(setting(connection, "full_page_writes")).isEqualTo("on");
        }
    }

    @Test
    void whatWasCommittedOutlastsKillAndAnotherPreparation() throws Exception {
        try (Connection connection = connectWhenUp();
                var statement = connection.createStatement()) {
            statement.execute("create table kept as select 'ñ' as word");
        }
        process.destroyForcibly().waitFor();

        server.prepare();
        process = server.command().start();

        try (Connection connection = connectWhenUp();
                var words = connection.createStatement().executeQuery("select upper(word) from kept")) {
            assertThat(words.next()).isTrue();
            assertThat(words.getString(1)).isEqualTo("Ñ");
        }
    }

    @Test
    void aLockFileWhoseNumberBelongsToAnotherProgramIsNoObstacle() throws Exception {
        connectWhenUp().close();
        process.destroyForcibly().waitFor();
        Path lock = folder.resolve("data").resolve("postmaster.pid");
        Process other = new ProcessBuilder("sleep", "60").start();
        try {
            Files.writeString(lock, Files.readString(lock).replaceFirst("\\d+", Long.toString(other.pid())));

            server.prepare();
            process = server.command().start();

            connectWhenUp().close();
        } finally {
            other.destroy();
        }
    }

    @Test
    void withoutThePasswordNobodyGetsIn() throws Exception {
        connectWhenUp().close();

        assertThatThrownBy(() -> DriverManager.getConnection(server.jdbcUrl("postgres"), PostgresServer.OWNER, "guess"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("password authentication failed");
    }

    @Test
    void theProcessIsTheServerInASessionOfItsOwn() throws Exception {
        connectWhenUp().close();

        String stat = Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
        String[] afterName = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        assertThat(stat).contains("(postgres)");
        assertThat(afterName[3]).as("session").isEqualTo(Long.toString(process.pid()));
    }

    private Connection connectWhenUp() throws Exception {
        for (Instant giveUp = Instant.now().plus(Duration.ofSeconds(30)); ; ) {
            try {
                return server.connect("postgres");
            } catch (SQLException e) {
                if (process.waitFor(50, TimeUnit.MILLISECONDS) || Instant.now().isAfter(giveUp)) {
                    throw e;
                }
            }
        }
    }

    private static String setting(Connection connection, String name) throws SQLException {
        try (var result = connection.createStatement().executeQuery("show " + name)) {
            result.next();
            return result.getString(1);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
