package org.puente.benchmarks;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.puente.identity.SigningKey;

/** Starts the service and empty ones by turns, on databases that are migrated already. */
final class Starts {

    private static final Path EMPTY = Path.of("benchmarks/empty-service/target/quarkus-app");
    private static final Path WITHOUT_HIBERNATE = Path.of("benchmarks/empty-service/target/without-hibernate");

    private final EmbeddedPostgres server;
    private final SigningKey key;

    Starts(EmbeddedPostgres server, SigningKey key) {
        this.server = server;
        this.key = key;
    }

    void compare() throws IOException, InterruptedException {
        start(EMPTY, "empty");
        start(LoadTest.PRODUCTION, "speed");
        List<Start> empties = new ArrayList<>();
        List<Start> withouts = new ArrayList<>();
        List<Start> fulls = new ArrayList<>();
        for (int round = 0; round < LoadTest.ROUNDS; round++) {
            empties.add(start(EMPTY, "empty"));
            withouts.add(start(WITHOUT_HIBERNATE, "empty"));
            fulls.add(start(LoadTest.PRODUCTION, "speed"));
            System.out.printf(
                    "  empty service ready after %s, without Hibernate %s, statistics %s%n",
                    empties.get(round), withouts.get(round), fulls.get(round));
        }
        against(fulls, empties, "an empty service");
        against(fulls, withouts, "one in which Hibernate is switched off");
    }

    private static void against(List<Start> fulls, List<Start> others, String name) {
        List<Double> ratios = new ArrayList<>();
        List<Double> cpuRatios = new ArrayList<>();
        for (int round = 0; round < LoadTest.ROUNDS; round++) {
            ratios.add(fulls.get(round).seconds() / others.get(round).seconds());
            cpuRatios.add(fulls.get(round).cpu() / others.get(round).cpu());
        }
        System.out.printf(
                "Start to ready against %s: %.2f (asked: at most 1.3), by CPU time %.2f%n",
                name, LoadTest.median(ratios), LoadTest.median(cpuRatios));
    }

    /** Seconds until it was ready, by the clock and of the processors' time. */
    private record Start(double seconds, double cpu) {

        @Override
        public String toString() {
            return "%.2f s (%.2f s of CPU)".formatted(seconds, cpu);
        }
    }

    private Start start(Path application, String database) throws IOException, InterruptedException {
        try (ServiceProcess service = new ServiceProcess(application, server, database, key)) {
            return new Start(
                    service.startTime().toMillis() / 1000.0, service.startCpu().toMillis() / 1000.0);
        }
    }
}
