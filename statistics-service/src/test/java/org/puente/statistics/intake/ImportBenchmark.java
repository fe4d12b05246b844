package org.puente.statistics.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import org.puente.statistics.testsupport.DatabaseProcess;
import org.puente.statistics.testsupport.GeneratedFile;
import org.puente.statistics.testsupport.GeneratedFile.Format;
import org.puente.statistics.testsupport.OfficialFiles;
import org.puente.statistics.testsupport.ServiceProcess;
import org.puente.statistics.testsupport.ServiceProcess.Answer;

/**
 * Imports the official area file over HTTP into the packaged service, just started and with a heap of 256 MiB, and by turns
 * lets psql copy it into a table of texts without a key; skipped where the file is absent. It comes first, as the database
 * vacuums for a while after millions of lines. The database syncs to disk for both.
 *
 * <p>Then generated files, and by turns the cells that came of them, already coded, are copied by psql into the same table
 * with the same key.
 *
 * <p>Arguments: lines of a file (2,000,000) and rounds (2). Run from the module's folder after {@code mvn package}.
 */
public final class ImportBenchmark {

    private static final String DATABASE = "benchmark";
    private static final int OTHER_NUMBERS = 1_000_000;
    private static final int OFFICIAL_ROUNDS = 11;
    private static final int SEARCHES = 31;

    private ImportBenchmark() {}

    public static void main(String[] arguments) throws IOException, InterruptedException, java.sql.SQLException {
        int lines = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 2_000_000;
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 2;
        Path folder = Files.createTempDirectory("import-benchmark");
        try (DatabaseProcess database = new DatabaseProcess(folder.resolve("postgres"))) {
            database.start();
            database.create(DATABASE);
            Path log = folder.resolve("service.log");
            try (ServiceProcess service = new ServiceProcess(database, DATABASE, folder, log, "256m")) {
                service.awaitReady();
                officialFile(database, service, folder);
                for (int round = 1; round <= rounds; round++) {
                    round(database, service, folder, lines, round);
                }
            }
        }
    }

    private static void round(DatabaseProcess database, ServiceProcess service, Path folder, int lines, int round)
            throws IOException, InterruptedException {
        Path file = folder.resolve("generated.csv");
        try (OutputStream out = Files.newOutputStream(file)) {
            GeneratedFile.of(Format.BY_AREA, round, lines).writeTo(out);
        }
        long start = System.nanoTime();
        Answer answer = service.post(file).join();
        double imported = seconds(start);
        if (answer.status() != 201) {
            throw new IllegalStateException(answer.toString());
        }
        Path cells = folder.resolve("cells.txt");
        database.psql(
                DATABASE,
                "\\copy (select release_no + " + OTHER_NUMBERS
                        + ", month, region, component, area, demographic, citizenship,"
                        + " authority, type, encounters from encounter_by_area where release_no = (select max(release_no)"
                        + " from release) order by ctid) to '" + cells + "'");
        start = System.nanoTime();
        database.psql(DATABASE, "\\copy encounter_by_area from '" + cells + "'");
        double copied = seconds(start);
        System.out.printf(
                "round %d: %,d lines, %,d bytes: import %.1f s (%,.0f lines/s), psql %.1f s (%,.0f lines/s), ratio %.2f%n",
                round, lines, Files.size(file), imported, lines / imported, copied, lines / copied, copied / imported);
        Files.delete(file);
        Files.delete(cells);
    }

    private static void officialFile(DatabaseProcess database, ServiceProcess service, Path folder)
            throws IOException, InterruptedException {
        Path packed = Path.of(
                System.getProperty("puente.data"),
                OfficialFiles.ENCOUNTERS_2024_10.publishedOn(),
                OfficialFiles.ENCOUNTERS_2024_10.fileName());
        if (!Files.isReadable(packed)) {
            System.out.println("skipped: there is no " + packed);
            return;
        }
        Path csv = folder.resolve("official.csv");
        try (InputStream in = new GZIPInputStream(Files.newInputStream(packed))) {
            Files.copy(in, csv);
        }
        Path sent = Files.copy(csv, folder.resolve("sent.csv"));
        database.psql(
                DATABASE,
                "create table copied (a text, b text, c text, d text, e text, f text, g text, h text, i text, j text, k text,"
                        + " l text)");
        double[] ratios = new double[OFFICIAL_ROUNDS];
        for (int round = 1; round <= OFFICIAL_ROUNDS; round++) {
            long start = System.nanoTime();
            database.psql(DATABASE, "\\copy copied from '" + csv + "' with (format csv, header)");
            double copied = seconds(start);
            // An empty line more makes other content, and so another release.
            Files.writeString(sent, "\r\n", StandardOpenOption.APPEND);
            start = System.nanoTime();
            Answer answer = service.post(sent).join();
            double imported = seconds(start);
            if (answer.status() != 201) {
                throw new IllegalStateException(answer.toString());
            }
            ratios[round - 1] = imported / copied;
            System.out.printf(
                    "official file, round %d: import %.2f s, psql into a table without a key %.2f s, ratio %.2f%n",
                    round, imported, copied, imported / copied);
        }
        System.out.printf("official file, the first after the start %.2f, ", ratios[0]);
        Arrays.sort(ratios);
        System.out.printf("median of %d %.2f%n", OFFICIAL_ROUNDS, ratios[OFFICIAL_ROUNDS / 2]);
        for (String unit : List.of("encounters", "encounters/day", "percent")) {
            scopes(service, unit);
        }
    }

    /** The search for the slices behind a number, over the whole official file. */
    private static void scopes(ServiceProcess service, String unit) throws IOException, InterruptedException {
        double[] times = new double[SEARCHES];
        for (int i = 0; i < SEARCHES; i++) {
            String value = Integer.toString(40 + i);
            long start = System.nanoTime();
            Answer answer =
                    service.get("/v1/figures/scopes?value=" + value + "&unit=" + URLEncoder.encode(unit, UTF_8));
            times[i] = seconds(start) * 1000;
            if (answer.status() != 200) {
                throw new IllegalStateException(answer.toString());
            }
        }
        double first = times[0];
        Arrays.sort(times);
        System.out.printf(
                "scopes of a number of %s: first %.0f ms, median %.0f ms, slowest %.0f ms of %d%n",
                unit, first, times[SEARCHES / 2], times[SEARCHES - 1], SEARCHES);
    }

    private static double seconds(long start) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start) / 1000.0;
    }
}
