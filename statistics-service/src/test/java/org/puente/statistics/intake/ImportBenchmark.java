package org.puente.statistics.intake;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.puente.statistics.testsupport.DatabaseProcess;
import org.puente.statistics.testsupport.GeneratedFile;
import org.puente.statistics.testsupport.GeneratedFile.Format;
import org.puente.statistics.testsupport.ServiceProcess;
import org.puente.statistics.testsupport.ServiceProcess.Answer;

/**
 * Imports generated files over HTTP into the packaged service with a heap of 256 MiB, and by turns copies the cells that
 * came of them, already coded, by psql into the same table with the same key. The database syncs to disk for both.
 *
 * <p>Arguments: lines of a file (2,000,000) and rounds (2). Run from the module's folder after {@code mvn package}.
 */
public final class ImportBenchmark {

    private static final String DATABASE = "benchmark";
    private static final int OTHER_NUMBERS = 1_000_000;

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
        psql(
                database,
                "\\copy (select release_no + " + OTHER_NUMBERS
                        + ", month, region, component, area, demographic, citizenship,"
                        + " authority, type, encounters from encounter_by_area where release_no = (select max(release_no)"
                        + " from release) order by ctid) to '" + cells + "'");
        start = System.nanoTime();
        psql(database, "\\copy encounter_by_area from '" + cells + "'");
        double copied = seconds(start);
        System.out.printf(
                "round %d: %,d lines, %,d bytes: import %.1f s (%,.0f lines/s), psql %.1f s (%,.0f lines/s), ratio %.2f%n",
                round, lines, Files.size(file), imported, lines / imported, copied, lines / copied, copied / imported);
        Files.delete(file);
        Files.delete(cells);
    }

    private static double seconds(long start) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start) / 1000.0;
    }

    private static void psql(DatabaseProcess database, String command) throws IOException, InterruptedException {
        ProcessBuilder psql = new ProcessBuilder(
                        "psql",
                        "-q",
                        "-h",
                        "127.0.0.1",
                        "-p",
                        Integer.toString(database.port()),
                        "-U",
                        "postgres",
                        "-c",
                        command,
                        DATABASE)
                .inheritIO();
        psql.environment().put("PGPASSWORD", database.password());
        if (psql.start().waitFor() != 0) {
            throw new IllegalStateException("psql failed: " + command);
        }
    }
}
