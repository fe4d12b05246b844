package org.puente.benchmarks;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.puente.identity.SigningKey;

/** A Quarkus service started as in production, with a database of its own. */
final class ServiceProcess implements AutoCloseable {

    static final int PORT = Integer.getInteger("port", 18610);
    private static final int MANAGEMENT_PORT = PORT + 1;
    private static final Duration LONGEST_START = Duration.ofMinutes(1);

    private final Process process;
    private final Duration startTime;
    private final Duration startCpu;

    /** Starts it and waits until it says that it is ready. */
    ServiceProcess(Path application, EmbeddedPostgres server, String database, SigningKey key, String... jvm)
            throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of(ProcessHandle.current().info().command().orElse("java")));
        command.addAll(List.of(jvm));
        command.addAll(List.of(
                "-Dquarkus.http.host=127.0.0.1",
                "-Dquarkus.http.port=" + PORT,
                "-Dquarkus.management.port=" + MANAGEMENT_PORT,
                "-Dquarkus.datasource.jdbc.url=" + server.getJdbcUrl("postgres", database),
                "-Dquarkus.datasource.username=postgres",
                "-Dquarkus.datasource.password=postgres",
                "-Dquarkus.oidc.public-key=" + key.publicKey(),
                "-Dquarkus.oidc.token.issuer=https://puente.invalid",
                "-Dquarkus.profile=local",
                "-Dquarkus.config.profile.parent=prod",
                "-jar",
                application.resolve("quarkus-run.jar").toString()));
        long start = System.nanoTime();
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.to(new File("benchmarks/target/service.log")))
                .start();
        awaitReady(start);
        startTime = Duration.ofNanos(System.nanoTime() - start);
        startCpu = cpu();
    }

    private void awaitReady(long start) throws InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest ready = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + MANAGEMENT_PORT + "/q/health/ready"))
                .build();
        while (true) {
            try {
                if (client.send(ready, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
            } catch (IOException notYet) {
                // Nothing listens before the service does.
            }
            if (!process.isAlive() || System.nanoTime() - start > LONGEST_START.toNanos()) {
                process.destroy();
                throw new IllegalStateException("the service did not start; see benchmarks/target/service.log");
            }
            Thread.sleep(5);
        }
    }

    Duration startTime() {
        return startTime;
    }

    /** What the processors spent on it until it was ready: other load on the machine hardly changes this. */
    Duration startCpu() {
        return startCpu;
    }

    /** What the processors spent on it so far, its compiler and garbage collector included. */
    Duration cpu() {
        return process.info().totalCpuDuration().orElseThrow();
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
