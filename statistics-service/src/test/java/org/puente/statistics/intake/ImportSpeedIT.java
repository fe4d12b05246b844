package org.puente.statistics.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.puente.statistics.testsupport.DatabaseProcess;
import org.puente.statistics.testsupport.OfficialFiles;
import org.puente.statistics.testsupport.ServiceProcess;

/**
 * The packaged service against psql, which only copies: it finds no codes, keeps no key and checks nothing. The database
 * syncs to disk for both.
 */
class ImportSpeedIT {

    private static final String DATABASE = "speed";
    private static final int FEWEST_ROUNDS = 3;
    private static final int MOST_ROUNDS = 15;

    @TempDir
    static Path folder;

    private interface Work {
        void run() throws IOException, InterruptedException;
    }

    /** The best of a few rounds by turns: other work on the machine only ever adds time, and the service warms up. */
    @Test
    void theAreaFileIsImportedInThreeTimesWhatPsqlTakes() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/psql")), "psql is not installed");
        byte[] official;
        try (InputStream in = new GZIPInputStream(Files.newInputStream(OfficialFiles.ENCOUNTERS_2024_10.path()))) {
            official = in.readAllBytes();
        }
        Path csv = Files.write(folder.resolve("area.csv"), official);
        long copied = Long.MAX_VALUE;
        long imported = Long.MAX_VALUE;
        try (DatabaseProcess database = new DatabaseProcess(folder.resolve("postgres"))) {
            database.start();
            database.create(DATABASE);
            try (ServiceProcess service =
                    new ServiceProcess(database, DATABASE, folder, folder.resolve("service.log"), "256m")) {
                service.awaitReady();
                psql(
                        database,
                        "create table copied (a text, b text, c text, d text, e text, f text, g text, h text, i text,"
                                + " j text, k text, l text)");
                String copy = "\\copy copied from '" + csv + "' with (format csv, header)";
                for (int round = 1; round <= FEWEST_ROUNDS || round <= MOST_ROUNDS && imported > 3 * copied; round++) {
                    copied = Math.min(copied, nanos(() -> psql(database, copy)));
                    // Empty lines make other content, and so another release.
                    Path file = packed(official, "\r\n".repeat(round));
                    imported = Math.min(imported, nanos(() -> assertThat(
                                    service.post(file).join().status())
                            .isEqualTo(201)));
                }
            }
        }
        System.out.printf(
                "68,815 lines: psql %d ms, import %d ms, %.2f times%n",
                TimeUnit.NANOSECONDS.toMillis(copied),
                TimeUnit.NANOSECONDS.toMillis(imported),
                (double) imported / copied);
        assertThat(imported).isLessThan(3 * copied);
    }

    private static long nanos(Work work) throws IOException, InterruptedException {
        long start = System.nanoTime();
        work.run();
        return System.nanoTime() - start;
    }

    private static Path packed(byte[] official, String more) throws IOException {
        Path file = folder.resolve("area.csv.gz");
        try (OutputStream gzip = new GZIPOutputStream(Files.newOutputStream(file))) {
            gzip.write(official);
            gzip.write(more.getBytes(UTF_8));
        }
        return file;
    }

    private static void psql(DatabaseProcess database, String command) throws IOException, InterruptedException {
        ProcessBuilder psql = new ProcessBuilder(
                "/usr/bin/psql",
                "-q",
                "-v",
                "ON_ERROR_STOP=1",
                "-h",
                "127.0.0.1",
                "-p",
                Integer.toString(database.port()),
                "-U",
                "postgres",
                "-c",
                command,
                DATABASE);
        psql.environment().put("PGPASSWORD", database.password());
        Process process = psql.redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
    }
}
