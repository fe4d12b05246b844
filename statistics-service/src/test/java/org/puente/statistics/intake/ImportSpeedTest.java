package org.puente.statistics.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.puente.statistics.testsupport.Publisher.asPublisher;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.puente.statistics.testsupport.OfficialFiles;
import org.puente.statistics.testsupport.OwnDatabase;

/** Against psql, which only copies: no codes, no key, no checks. */
@QuarkusTest
@TestProfile(OwnDatabase.class)
class ImportSpeedTest {

    private static final int ROUNDS = 5;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @TempDir
    Path folder;

    @Test
    void theAreaFileIsImportedInThreeTimesWhatPsqlTakes() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/psql")), "psql is not installed");
        Path csv = unpacked(OfficialFiles.ENCOUNTERS_2024_10.path());
        Path sent = Files.copy(csv, folder.resolve("sent.csv"));
        psql(
                "create table copied (a text, b text, c text, d text, e text, f text, g text, h text, i text, j text, k text,"
                        + " l text)");
        long copies = Long.MAX_VALUE;
        long imports = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            psql("\\copy copied from '" + csv + "' with (format csv, header)");
            copies = Math.min(copies, System.nanoTime() - start);

            // An empty line more makes other content, and so another release.
            Files.writeString(sent, "\r\n", UTF_8, StandardOpenOption.APPEND);
            start = System.nanoTime();
            asPublisher()
                    .contentType("text/csv")
                    .queryParam("publishedOn", "2024-10")
                    .body(sent.toFile())
                    .post("/v1/releases")
                    .then()
                    .statusCode(201);
            imports = Math.min(imports, System.nanoTime() - start);
        }
        System.out.printf(
                "68,815 lines: psql %d ms, import %d ms, %.2f times%n",
                TimeUnit.NANOSECONDS.toMillis(copies),
                TimeUnit.NANOSECONDS.toMillis(imports),
                (double) imports / copies);
        assertThat(imports).isLessThan(3 * copies);
    }

    private Path unpacked(Path gzip) throws IOException {
        Path csv = folder.resolve("area.csv");
        try (InputStream in = new GZIPInputStream(Files.newInputStream(gzip));
                OutputStream out = Files.newOutputStream(csv)) {
            in.transferTo(out);
        }
        return csv;
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
