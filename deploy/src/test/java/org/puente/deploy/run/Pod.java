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

    /** Where {@code components/tls} mounts certificates. */
    private static final String CERTIFICATES = "/etc/puente-tls";

    private final String name;
    private final Process process;
    private final Path log;
    private final int port;
    private final int managementPort;
    private final HttpClient client;

    private Pod(String name, HttpClient client, Process process, Path log, int port, int managementPort) {
        this.name = name;
        this.client = client;
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
        return start(HTTP, Environment.of(Manifests.overlay("local"), service, container, secrets), service, own);
    }

    /**
     * The service as it runs with {@code components/tls} over the local overlay.
     *
     * @param client       by whom it is called, if it takes nothing unencrypted
     * @param certificates the folder that is mounted
     */
    static Pod encrypted(
            HttpClient client,
            Path certificates,
            String service,
            Map<String, String> secrets,
            Map<String, String> own) {
        Map<String, String> environment =
                Environment.of(Manifests.composed("overlays/local", "tls"), service, "service", secrets);
        environment.replaceAll((key, value) -> value.replace(CERTIFICATES, certificates.toString()));
        return start(client, environment, service, own);
    }

    private static Pod start(
            HttpClient client, Map<String, String> environment, String service, Map<String, String> own) {
        try {
            Path log = Files.createTempFile(service, ".log");
            boolean encrypted = environment.containsKey("QUARKUS_HTTP_SSL_PORT");
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
            builder.environment().putAll(environment);
            builder.environment()
                    .putAll(Map.of(
                            "QUARKUS_HTTP_HOST",
                            "127.0.0.1",
                            "QUARKUS_MANAGEMENT_HOST",
                            "127.0.0.1",
                            encrypted ? "QUARKUS_HTTP_SSL_PORT" : "QUARKUS_HTTP_PORT",
                            Integer.toString(port),
                            "QUARKUS_MANAGEMENT_PORT",
                            Integer.toString(management)));
            builder.environment().putAll(own);
            return new Pod(service, encrypted ? client : HTTP, builder.start(), log, port, management);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Pod awaitReady() {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!isReady()) {
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

    int port() {
        return port;
    }

    String metrics() {
        return send(HTTP, HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + managementPort + "/q/metrics")))
                .body();
    }

    /** Where it is called: by the name that its certificate has, if it has one. */
    String address() {
        return (client == HTTP ? "http://127.0.0.1:" : "https://localhost:") + port;
    }

    HttpResponse<String> get(String path) {
        return send(path, HttpRequest.newBuilder());
    }

    HttpResponse<String> send(String path, HttpRequest.Builder request) {
        return send(client, request.uri(URI.create(address() + path)));
    }

    private static HttpResponse<String> send(HttpClient client, HttpRequest.Builder request) {
        try {
            return client.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean isReady() {
        try {
            URI health = URI.create("http://127.0.0.1:" + managementPort + "/q/health/ready");
            return send(HTTP, HttpRequest.newBuilder(health)).statusCode() == 200;
        } catch (UncheckedIOException e) {
            return false;
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
