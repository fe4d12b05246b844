package org.puente.localstack;

import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.commons.io.FileUtils;

/** The database and the services of one workspace, started and stopped in the order in which they need each other. */
public final class Stack {

    private static final Duration LEFTOVER_PATIENCE = Duration.ofSeconds(30);

    /**
     * The gateway holds nothing but a small cache, so it needs no share of the machine. The serial collector takes 40 MiB less
     * than G1; its young generation has room for 200 answers on their way, so that none of them is taken for something that
     * stays; what the compiler has used and freed goes back to the system.
     */
    private static final List<String> SMALL = List.of(
            "-XX:+IgnoreUnrecognizedVMOptions",
            "-XX:+UseSerialGC",
            "-Xmn32m",
            "-XX:SurvivorRatio=3",
            "-Xms56m",
            "-Xmx96m",
            "-XX:MinHeapFreeRatio=20",
            "-XX:MetaspaceSize=64m",
            "-XX:ReservedCodeCacheSize=64m",
            "-XX:TrimNativeHeapInterval=10000");

    private final Workspace workspace;
    private final Ports ports;
    private final Database database;
    private final List<Service> services;
    private final PrintStream progress;
    private FileLock lock;
    private boolean stopping;

    Stack(Workspace workspace, Ports ports, PrintStream progress) {
        this.workspace = workspace;
        this.ports = ports;
        this.progress = progress;
        this.database = new Database(ports.database(), workspace);
        this.services = List.of(
                withDatabase("statistics-service", ports.statistics(), "statistics"),
                withDatabase("diplomacy-service", ports.diplomacy(), "diplomacy"),
                new Service(
                        "gateway",
                        ports.gateway(),
                        workspace,
                        () -> Map.of(
                                "JDK_JAVA_OPTIONS",
                                String.join(" ", SMALL),
                                "MALLOC_ARENA_MAX",
                                "2",
                                "PUENTE_UPSTREAM_STATISTICS_URL",
                                "http://127.0.0.1:" + ports.statistics(),
                                "PUENTE_UPSTREAM_DIPLOMACY_URL",
                                "http://127.0.0.1:" + ports.diplomacy())));
    }

    private Service withDatabase(String name, int port, String schema) {
        return new Service(
                name,
                port,
                workspace,
                () -> Map.of(
                        "QUARKUS_DATASOURCE_JDBC_URL", database.jdbcUrl(schema),
                        "QUARKUS_DATASOURCE_USERNAME", schema,
                        "QUARKUS_DATASOURCE_PASSWORD", database.password(schema)));
    }

    /** The database first, the gateway last. */
    public List<Part> parts() {
        List<Part> parts = new ArrayList<>(List.of(database));
        parts.addAll(services);
        return parts;
    }

    /** @param name such as {@code gateway}, {@code statistics-service}, {@code diplomacy-service}, {@code database} */
    public Part part(String name) {
        return parts().stream()
                .filter(part -> part.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Failure("There is no '" + name + "'; there are "
                        + String.join(", ", parts().stream().map(Part::name).toList()) + "."));
    }

    /** Returns when everything is ready. @throws Failure when something is in the way; {@link #stop()} then cleans up */
    void start() throws IOException, InterruptedException, SQLException {
        lock = workspace.lock().orElseThrow(() -> new Failure(alreadyRuns(workspace)));
        workspace.prepare();
        endLeftovers(workspace, progress);
        workspace
                .ledger()
                .add(StartedProcess.of(
                        Ledger.LAUNCHER, ports.base(), ProcessHandle.current().pid()));
        refuseBusyPorts();
        copyApplications();
        Instant begin = Instant.now();
        progress.println("Starting PostgreSQL");
        launch(database);
        database.awaitReady();
        database.createDatabases();
        for (Service service : services) {
            progress.println("Starting " + service.name());
            launch(service);
        }
        for (Service service : services) {
            service.awaitReady();
        }
        progress.printf(
                "Everything is ready after %.1f s.%n",
                Duration.between(begin, Instant.now()).toMillis() / 1e3);
    }

    /** Blocks until a part ends by itself. */
    Part awaitEnd() {
        return (Part) CompletableFuture.anyOf(parts().stream().map(Part::onExit).toArray(CompletableFuture<?>[]::new))
                .join();
    }

    synchronized boolean isStopping() {
        return stopping;
    }

    /** Stops what runs, those that others need last; returns when all processes are gone. What was written stays. */
    void stop() {
        synchronized (this) {
            if (stopping) {
                return;
            }
            stopping = true;
        }
        List<Part> lastFirst = parts();
        Collections.reverse(lastFirst);
        if (lastFirst.stream().noneMatch(Part::isAlive)) {
            return;
        }
        progress.println("Stopping");
        lastFirst.forEach(Part::stop);
        progress.println("Everything is stopped; the data stays in " + workspace.folder() + ".");
    }

    private synchronized void launch(Part part) throws IOException {
        if (stopping) {
            throw new Failure("Puente is stopping.");
        }
        part.start();
    }

    static String alreadyRuns(Workspace workspace) {
        return workspace
                .ledger()
                .alive(Ledger.LAUNCHER)
                .map(launcher -> "Puente already runs (process %d); its gateway is at http://127.0.0.1:%d."
                        .formatted(launcher.pid(), launcher.port()))
                .orElse("Puente is already starting or stopping in another shell.");
    }

    /** Ends what a launcher has left that was itself killed. */
    static boolean endLeftovers(Workspace workspace, PrintStream progress) {
        List<StartedProcess> leftovers = workspace.ledger().aliveParts();
        for (StartedProcess leftover : leftovers) {
            progress.printf("Ending %s (process %d), left by a run that was killed%n", leftover.name(), leftover.pid());
            leftover.end(leftover.name().equals("database") ? "INT" : "TERM", LEFTOVER_PATIENCE);
        }
        return !leftovers.isEmpty();
    }

    private void refuseBusyPorts() {
        for (Part part : parts()) {
            for (int port : part.ports()) {
                if (!Ports.isFree(port)) {
                    throw new Failure(
                            "Port %d, which %s needs, is taken by another program: end that one, or set %s to move all ports of Puente."
                                    .formatted(port, part.name(), Ports.VARIABLE));
                }
            }
        }
    }

    private void copyApplications() throws IOException {
        for (Service service : services) {
            Path built = workspace.builtApplication(service.name());
            if (!Files.exists(built.resolve("quarkus-run.jar"))) {
                throw new Failure(service.name() + " is not built: there is no quarkus-run.jar in " + built + ".");
            }
            File copy = workspace.application(service.name()).toFile();
            FileUtils.deleteDirectory(copy);
            FileUtils.copyDirectory(built.toFile(), copy);
        }
    }
}
