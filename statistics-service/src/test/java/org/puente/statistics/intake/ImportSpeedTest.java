package org.puente.statistics.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.puente.statistics.testsupport.Publisher.asPublisher;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.puente.statistics.testsupport.OfficialFiles;
import org.puente.statistics.testsupport.OwnDatabase;

/** Against psql, which only copies: no codes, no key, no checks. */
@QuarkusTest
@TestProfile(OwnDatabase.class)
class ImportSpeedTest {

    private static final int MOST_ROUNDS = 10;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @TempDir
    Path folder;

    /** The best of a few rounds by turns, as other work on the machine only ever adds time. */
    @Test
    void theAreaFileIsImportedInThreeTimesWhatPsqlTakes() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/psql")), "psql is not installed");
        byte[] official;
        try (InputStream in = new GZIPInputStream(Files.newInputStream(OfficialFiles.ENCOUNTERS_2024_10.path()))) {
            official = in.readAllBytes();
        }
        Path csv = Files.write(folder.resolve("area.csv"), official);
        psql(
                "create table copied (a text, b text, c text, d text, e text, f text, g text, h text, i text, j text, k text,"
                        + " l text)");
        long copied = Long.MAX_VALUE;
        long imported = Long.MAX_VALUE;
        for (int round = 1; round <= 3 || round <= MOST_ROUNDS && imported > 3 * copied; round++) {
            copied = Math.min(copied, nanos(() -> psql("\\copy copied from '" + csv + "' with (format csv, header)")));
            // Empty lines make other content, and so another release.
            byte[] file = packed(official, "\r\n".repeat(round));
            imported = Math.min(imported, nanos(() -> send(file)));
        }
        System.out.printf(
                "68,815 lines: psql %d ms, import %d ms, %.2f times%n",
                TimeUnit.NANOSECONDS.toMillis(copied),
                TimeUnit.NANOSECONDS.toMillis(imported),
                (double) imported / copied);
        assertThat(imported).isLessThan(3 * copied);
    }

    private interface Work {
        void run() throws IOException, InterruptedException;
    }

    private static long nanos(Work work) throws IOException, InterruptedException {
        long start = System.nanoTime();
        work.run();
        return System.nanoTime() - start;
    }

    private static void send(byte[] file) {
        asPublisher()
                .contentType("application/gzip")
                .queryParam("publishedOn", "2024-10")
                .body(file)
                .post("/v1/releases")
                .then()
                .statusCode(201);
    }

    private static byte[] packed(byte[] official, String more) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(official);
            gzip.write(more.getBytes(UTF_8));
        }
        return packed.toByteArray();
    }

    private void psql(String command) throws IOException, InterruptedException {
        ProcessBuilder psql = new ProcessBuilder(
                "/usr/bin/psql", "-q", "-v", "ON_ERROR_STOP=1", "-c", command, url.replaceFirst("^jdbc:", ""));
        psql.environment().put("PGPASSWORD", "postgres");
        psql.environment().put("PGUSER", "postgres");
        Process process = psql.redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
    }
}
