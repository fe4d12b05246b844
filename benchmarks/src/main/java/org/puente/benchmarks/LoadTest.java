package org.puente.benchmarks;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.postgresql.PGConnection;
import org.puente.identity.Claims;
import org.puente.identity.SigningKey;
import org.puente.statistics.testsupport.GeneratedFile;

/** Measures the service over HTTP, each time against something else in the same run, and prints the ratios. */
public final class LoadTest {

    static final int ROUNDS = 5;
    /** Short and many, since a shared machine gives now more and now less. */
    private static final int REQUEST_ROUNDS = 15;

    private static final int SECONDS = 2;
    private static final int WARM_UP_SECONDS = 30;
    private static final int SHORT_WARM_UP_SECONDS = 6;
    private static final int LINES = 2_000_000;
    static final Path PRODUCTION = Path.of("statistics-service/target/quarkus-app");
    private static final Path WITH_CONSTANT = Path.of("statistics-service/target/benchmark-app");
    private static final String SERIES = "/v1/encounters/series";
    private static final String CONSTANT = "/benchmark/constant";
    private static final String REPEATED =
            SERIES + "?region=southwest&citizenship=VEN&groupBy=component&from=2022-10&to=2023-11";

    private final SigningKey key = SigningKey.make();
    private final EmbeddedPostgres server;

    private LoadTest(EmbeddedPostgres server) {
        this.server = server;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException, SQLException {
        try (EmbeddedPostgres server = EmbeddedPostgres.builder().start()) {
            LoadTest test = new LoadTest(server);
            test.execute("create database speed");
            test.execute("create database empty");
            test.execute("create database import");
            List<String> parts = arguments.length == 0 ? List.of("requests", "starts", "imports") : List.of(arguments);
            if (parts.contains("requests")) {
                test.requests();
            }
            if (parts.contains("starts")) {
                new Starts(server, test.key).compare();
            }
            if (parts.contains("imports")) {
                test.imports();
            }
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void requests() throws IOException, InterruptedException {
        try (ServiceProcess service = new ServiceProcess(WITH_CONSTANT, server, "speed", key)) {
            System.out.printf(
                    "Service ready after %.2f s%n", service.startTime().toMillis() / 1000.0);
            Path official =
                    Path.of(System.getProperty("puente.data"), "2024-10/nationwide-encounters-fy20-fy24-aor.csv.gz");
            post(Files.isReadable(official) ? official : generated(OfficialTable.ROWS));
            Wrk.load(service, WARM_UP_SECONDS, SERIES, "-s", script());
            Wrk.load(service, SHORT_WARM_UP_SECONDS, REPEATED);
            Wrk.load(service, SHORT_WARM_UP_SECONDS, CONSTANT);
            rounds(service);
        }
    }

    /** The client writes a new query for each cold slice, on the same processors: it does so for the constant as well. */
    private static void rounds(ServiceProcess service) throws IOException, InterruptedException {
        Ratios plain = new Ratios("Cold slices against the constant at one address");
        Ratios cold = new Ratios("Cold slices against the constant with the same queries (asked: 0.6)");
        Ratios repeated = new Ratios("A repeated slice against the constant (asked: 0.85)");
        for (int round = 0; round < REQUEST_ROUNDS; round++) {
            Wrk.Load constant = Wrk.load(service, SECONDS, CONSTANT);
            Wrk.Load queried = Wrk.load(service, SECONDS, CONSTANT, "-s", script());
            Wrk.Load slices = Wrk.load(service, SECONDS, SERIES, "-s", script());
            Wrk.Load again = Wrk.load(service, SECONDS, REPEATED);
            System.out.printf(
                    "  constant %s, with queries %s, cold slices %s, repeated slice %s%n",
                    constant, queried, slices, again);
            plain.add(slices, constant);
            cold.add(slices, queried);
            repeated.add(again, constant);
        }
        plain.print();
        cold.print();
        repeated.print();
    }

    /** Of two loads, round by round. */
    private record Ratios(String name, List<Double> clock, List<Double> cpu) {

        Ratios(String name) {
            this(name, new ArrayList<>(), new ArrayList<>());
        }

        void add(Wrk.Load load, Wrk.Load other) {
            clock.add(load.rate() / other.rate());
            cpu.add(other.micros() / load.micros());
        }

        void print() {
            System.out.printf("%s: %.2f, by the service's CPU time %.2f%n", name, median(clock), median(cpu));
        }
    }

    /** An import over HTTP with a heap of 256 MiB, against COPY of the same cells into the same table. */
    private void imports() throws IOException, InterruptedException, SQLException {
        double importing;
        try (ServiceProcess service = new ServiceProcess(PRODUCTION, server, "import", key, "-Xmx256m")) {
            Path file = generated(LINES);
            System.out.printf(
                    "  service with 256 MiB ready after %.2f s%n",
                    service.startTime().toMillis() / 1000.0);
            long start = System.nanoTime();
            post(file);
            importing = (System.nanoTime() - start) / 1e9;
        }
        double copying = copy();
        System.out.printf("  import %.1f s, COPY %.1f s, for %,d lines%n", importing, copying, LINES);
        System.out.printf("Lines a second of an import against COPY: %.2f (asked: 0.5)%n", copying / importing);
    }

    private double copy() throws IOException, SQLException {
        Path cells = Files.createTempFile("cells", ".tsv");
        try (Connection connection = server.getDatabase("postgres", "import").getConnection();
                Statement statement = connection.createStatement()) {
            PGConnection postgres = connection.unwrap(PGConnection.class);
            try (OutputStream out = Files.newOutputStream(cells)) {
                postgres.getCopyAPI().copyOut("copy encounter_by_area to stdout", out);
            }
            statement.execute("create table twin (like encounter_by_area including all)");
            long start = System.nanoTime();
            try (var in = Files.newInputStream(cells)) {
                postgres.getCopyAPI().copyIn("copy twin from stdin", in);
            }
            return (System.nanoTime() - start) / 1e9;
        } finally {
            Files.delete(cells);
        }
    }

    private static Path generated(int lines) throws IOException {
        Path file = Files.createTempFile("generated", ".csv");
        file.toFile().deleteOnExit();
        try (OutputStream out = Files.newOutputStream(file)) {
            GeneratedFile.of(GeneratedFile.Format.BY_AREA, 7, lines).writeTo(out);
        }
        return file;
    }

    private void post(Path file) throws IOException, InterruptedException {
        String token = key.sign(Claims.of("benchmark", Duration.ofMinutes(30), List.of("statistics-publisher")));
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + ServiceProcess.PORT + "/v1/releases?publishedOn=2024-10"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", file.toString().endsWith(".gz") ? "application/gzip" : "text/csv")
                .POST(HttpRequest.BodyPublishers.ofFile(file))
                .build();
        HttpResponse<String> response = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() / 100 != 2) {
            throw new IllegalStateException(response.body());
        }
    }

    private static String script() {
        return "benchmarks/target/classes/cold.lua";
    }

    static double median(List<Double> values) {
        Collections.sort(values);
        return values.get(values.size() / 2);
    }
}
