package org.puente.deploy.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.puente.deploy.Manifests;

/**
 * One container of the local overlay as a process of this machine: with the environment that the manifest gives it, apart
 * from addresses and ports.
 */
final class Pod implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final String name;
    private final Process process;
    private final Path log;
    private final int port;
    private final int managementPort;

    private Pod(String name, Process process, Path log, int port, int managementPort) {
        this.name = name;
        this.process = process;
        this.log = log;
        this.port = port;
        this.managementPort = managementPort;
    }

    /**
     * @param container {@code migrate} or {@code service}
     * @param secrets   values by name and key, such as {@code statistics-database/password}
     * @param own       what must differ from the manifest on one machine
     */
    static Pod start(String service, String container, Map<String, String> secrets, Map<String, String> own) {
        try {
            Path log = Files.createTempFile(service + "-" + container, ".log");
            int port = PostgresServer.freePort();
            int management = PostgresServer.freePort();
            ProcessBuilder builder = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx384m",
                            "-XX:TieredStopAtLevel=1",
                            "-jar",
                            Manifests.FOLDER
                                    .getParent()
                                    .resolve(service)
                                    .resolve("target/quarkus-app/quarkus-run.jar")
                                    .toString())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            builder.environment().putAll(Environment.of(Manifests.overlay("local"), service, container, secrets));
            builder.environment()
                    .putAll(Map.of(
                            "QUARKUS_HTTP_HOST",
                            "127.0.0.1",
                            "QUARKUS_MANAGEMENT_HOST",
                            "127.0.0.1",
                            "QUARKUS_HTTP_PORT",
                            Integer.toString(port),
                            "QUARKUS_MANAGEMENT_PORT",
                            Integer.toString(management)));
            builder.environment().putAll(own);
            return new Pod(service, builder.start(), log, port, management);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Pod awaitReady() {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (status(managementPort, "/q/health/ready") != 200) {
            if (!process.isAlive() || System.nanoTime() > until) {
                throw new IllegalStateException(name + " isn't ready:\n" + Manifests.read(log));
            }
            pause();
        }
        return this;
    }

    /** The code with which the process ended by itself. */
    int awaitEnd() {
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException(name + " doesn't end:\n" + Manifests.read(log));
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    String name() {
        return name;
    }

    String log() {
        return Manifests.read(log);
    }

    int port() {
        return port;
    }

    String metrics() {
        return send(HttpRequest.newBuilder(address(managementPort, "/q/metrics")))
                .body();
    }

    HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(address(port, path)));
    }

    HttpResponse<String> send(String path, HttpRequest.Builder request) {
        return send(request.uri(address(port, path)));
    }

    private static URI address(int port, String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int status(int port, String path) {
        try {
            return send(HttpRequest.newBuilder(address(port, path))).statusCode();
        } catch (UncheckedIOException e) {
            return 0;
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(100);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As the kubelet does after the time of preStop. */
    void terminate() {
        process.destroy();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    static List<Pod> allReady(List<Pod> pods) {
        pods.forEach(Pod::awaitReady);
        return pods;
    }

    @Override
    public void close() {
        process.destroyForcibly();
        awaitEnd();
        try {
            Files.deleteIfExists(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
