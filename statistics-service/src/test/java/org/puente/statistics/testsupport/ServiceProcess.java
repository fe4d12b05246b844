package org.puente.statistics.testsupport;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.puente.identity.Claims;
import org.puente.identity.Tokens;

/** The packaged service as a process of its own, as in production. */
public final class ServiceProcess implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** An answer and its body, which is JSON. */
    public record Answer(int status, JsonNode body) {}

    private final int port;
    private final Process process;

    /**
     * @param log  takes everything the service prints
     * @param heap as for {@code -Xmx}
     */
    public ServiceProcess(DatabaseProcess database, String name, Path spool, Path log, String heap) throws IOException {
        port = DatabaseProcess.freePort();
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap,
                "-XX:+ExitOnOutOfMemoryError",
                "-Dquarkus.profile=local",
                "-Dquarkus.http.port=" + port,
                "-Dquarkus.management.port=" + DatabaseProcess.freePort(),
                "-Dquarkus.datasource.jdbc.url=" + database.jdbcUrl(name),
                "-Dquarkus.datasource.username=postgres",
                "-Dquarkus.datasource.password=" + database.password(),
                "-Dquarkus.oidc.public-key=" + Tokens.key().publicKey(),
                "-Dquarkus.oidc.token.issuer=" + Claims.ISSUER,
                "-Dpuente.intake.spool=" + spool,
                "-jar",
                Path.of("target", "quarkus-app", "quarkus-run.jar").toString()));
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }

    public ServiceProcess awaitReady() {
        await().atMost(Duration.ofSeconds(120)).ignoreExceptions().until(() -> {
            if (!process.isAlive()) {
                throw new AssertionError("the service ended with " + process.exitValue());
            }
            return get("/v1/releases").status() == 200;
        });
        return this;
    }

    public Answer get(String path) throws IOException, InterruptedException {
        return answer(HTTP.send(request(path).build(), BodyHandlers.ofByteArray()));
    }

    /** Sends a file. @param headers names and values by turns */
    public CompletableFuture<Answer> post(Path file, String... headers) throws IOException {
        HttpRequest.Builder request =
                request("/v1/releases").header("Content-Type", "text/csv").POST(BodyPublishers.ofFile(file));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HTTP.sendAsync(request.build(), BodyHandlers.ofByteArray()).thenApply(ServiceProcess::answer);
    }

    /** How many files below that folder it has open, nameless ones included. */
    public long openFiles(Path folder) throws IOException {
        long open = 0;
        try (DirectoryStream<Path> descriptors =
                Files.newDirectoryStream(Path.of("/proc", Long.toString(process.pid()), "fd"))) {
            for (Path descriptor : descriptors) {
                try {
                    open += Files.readSymbolicLink(descriptor).startsWith(folder) ? 1 : 0;
                } catch (NoSuchFileException e) {
                    // Closed in between.
                    continue;
                }
            }
        }
        return open;
    }

    public int port() {
        return port;
    }

    /** SIGKILL: it can do nothing about it. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Bearer " + Tokens.of("statistics-publisher"))
                .timeout(Duration.ofMinutes(5));
    }

    private static Answer answer(HttpResponse<byte[]> response) {
        try {
            return new Answer(response.statusCode(), JSON.readTree(response.body()));
        } catch (IOException e) {
            throw new IllegalStateException("not JSON: " + new String(response.body()), e);
        }
    }
}
