package org.puente.statistics.intake;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.puente.identity.Tokens;
import org.puente.statistics.testsupport.DatabaseProcess;
import org.puente.statistics.testsupport.GeneratedFile;
import org.puente.statistics.testsupport.GeneratedFile.Format;
import org.puente.statistics.testsupport.Rows;
import org.puente.statistics.testsupport.ServiceProcess;
import org.puente.statistics.testsupport.ServiceProcess.Answer;

/**
 * What goes wrong while a file is imported leaves nothing of it behind and everything else in place. The services have less
 * heap than the file has bytes.
 */
class FaultIT {

    private static final String DATABASE = "faults";
    private static final String HEAP = "64m";
    private static final int LINES = 600_000;
    private static final int SMALL = 500;

    @TempDir
    static Path folder;

    private static DatabaseProcess database;
    private static ServiceProcess service;
    private static Path spool;
    private static Path big;

    private String before;
    private static int seed = 100;

    @BeforeAll
    static void start() throws Exception {
        spool = Files.createDirectories(folder.resolve("spool"));
        big = generated(LINES, 1);
        assertThat(Files.size(big)).isGreaterThan(64L << 20);
        database = new DatabaseProcess(folder.resolve("postgres"));
        database.start();
        database.create(DATABASE);
        service = started();
        assertThat(service.post(generated(SMALL, 2)).join().status()).isEqualTo(201);
    }

    @AfterAll
    static void stop() throws Exception {
        service.close();
        database.close();
    }

    @BeforeEach
    void remember() throws SQLException {
        before = trace();
    }

    @AfterEach
    void anImportSucceedsAfterAll() throws Exception {
        assertThat(trace()).isEqualTo(before);
        assertThat(spooled()).isZero();
        Path small = generated(SMALL, seed++);
        assertThat(service.post(small).join().status()).isEqualTo(201);
        assertThat(service.get("/v1/releases").body().get("total").asInt())
                .isEqualTo(Integer.parseInt(before.split("/")[0]) + 1);
    }

    @Test
    void aClientThatHangsUpAtHalfTheFileLeavesNothing() throws Exception {
        try (Socket socket = new Socket("127.0.0.1", service.port())) {
            OutputStream out = socket.getOutputStream();
            out.write(
                    ("POST /v1/releases HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/csv\r\nAuthorization: Bearer "
                                    + Tokens.of("statistics-publisher") + "\r\nContent-Length: " + Files.size(big)
                                    + "\r\n\r\n")
                            .getBytes(US_ASCII));
            out.write(Files.newInputStream(big).readNBytes((int) (Files.size(big) / 2)));
            out.flush();
            await().atMost(Duration.ofSeconds(30)).until(() -> spooled() == 1);
        }
        await().atMost(Duration.ofSeconds(60)).until(() -> spooled() == 0);
    }

    @Test
    void aDatabaseThatStopsDuringTheCopyKeepsNothing() throws Exception {
        CompletableFuture<Answer> answer = service.post(big);
        awaitCopying();
        database.stop();
        Answer refused = answer.join();
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.body().get("detail").asText()).isEqualTo("The database can't be reached at present");
        database.start();
    }

    @Test
    void aDatabaseWithoutSpaceLeftIsSaidToHaveNone() throws Exception {
        execute("create function fill_up() returns trigger language plpgsql as $$ begin"
                + " copy (select generate_series(1, 100000)) to '/dev/full'; return new; end $$");
        execute("create trigger fill_up before insert on release execute function fill_up()");
        Answer refused = service.post(generated(SMALL, 4)).join();
        execute("drop function fill_up cascade");
        assertThat(refused.status()).isEqualTo(507);
        assertThat(refused.body().get("title").asText()).isEqualTo("Insufficient Storage");
        assertThat(refused.body().get("detail").asText())
                .isEqualTo("The database has no space left; nothing was kept of this request");
    }

    @Test
    void aServiceThatIsKilledDuringAnImportKeepsNothingAndItsJobHasFailed() throws Exception {
        JsonNode job = service.post(big, "Prefer", "respond-async").join().body();
        assertThat(job.get("state").asText()).isEqualTo("running");
        awaitCopying();
        String path = "/v1/imports/" + job.get("id").asText();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> service.get(path).body().get("rowsRead").asLong() > 0);
        service.kill();
        await().atMost(Duration.ofSeconds(60)).until(() -> copied() == 0);
        service = started();
        await().atMost(Duration.ofSeconds(30)).until(() -> "failed"
                .equals(service.get(path).body().get("state").asText()));
        assertThat(service.get(path).body().at("/problem/detail").asText())
                .isEqualTo("The service stopped during this import; nothing of it was kept. Send the file again");
    }

    @Test
    void replicasStartAtOnceAndLearnOfEachOthersReleasesWithinTwoSeconds() throws Exception {
        database.create("replicas");
        try (ServiceProcess one = service("replicas", "one.log");
                ServiceProcess other = service("replicas", "other.log")) {
            one.awaitReady();
            other.awaitReady();
            assertThat(other.get("/v1/releases").body().get("total").asInt()).isEqualTo(4);
            String id = one.post(generated(SMALL, 3)).join().body().get("id").asText();
            String series = "/v1/encounters/series?release=" + id;
            await().atMost(Duration.ofSeconds(2))
                    .pollInterval(Duration.ofMillis(50))
                    .until(() -> other.get(series).status() == 200);
        }
    }

    private static ServiceProcess started() throws IOException {
        return service(DATABASE, "service.log").awaitReady();
    }

    private static ServiceProcess service(String name, String log) throws IOException {
        return new ServiceProcess(database, name, spool, folder.resolve(log), HEAP);
    }

    private static Path generated(int lines, long seed) throws IOException {
        Path file = folder.resolve("generated-" + seed + ".csv");
        try (OutputStream out = Files.newOutputStream(file)) {
            GeneratedFile.of(Format.BY_AREA, seed, lines).writeTo(out);
        }
        return file;
    }

    private static void awaitCopying() {
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> copied() > 10_000);
    }

    private static long copied() throws SQLException {
        try (Connection connection = database.connect(DATABASE)) {
            return Long.parseLong(
                    Rows.text(connection, "select coalesce(sum(tuples_processed), 0) from pg_stat_progress_copy"));
        }
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = database.connect(DATABASE);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String trace() throws SQLException {
        try (Connection connection = database.connect(DATABASE)) {
            return Rows.trace(connection);
        }
    }

    /** Files that the service keeps open, which have no name, and any that it left behind under one. */
    private static long spooled() throws IOException {
        try (Stream<Path> left = Files.list(spool)) {
            return left.count() + service.openFiles(spool);
        }
    }
}
