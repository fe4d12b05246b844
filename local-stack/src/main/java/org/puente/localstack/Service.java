package org.puente.localstack;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** One of the services, started from its packaged application and configured by its environment alone. */
final class Service extends Part {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();

    private final Supplier<Map<String, String>> settings;

    /** @param settings environment variables beside those for its ports, asked for at each start */
    Service(String name, int port, Workspace workspace, Supplier<Map<String, String>> settings) {
        super(name, port, workspace, "TERM");
        this.settings = settings;
    }

    @Override
    ProcessBuilder command() {
        Path jar = workspace().application(name()).resolve("quarkus-run.jar");
        ProcessBuilder command = new ProcessBuilder(
                "setsid",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+ExitOnOutOfMemoryError",
                "-jar",
                jar.toString());
        command.directory(workspace().folder().toFile());
        command.environment().putAll(new Identity(workspace()).settings());
        command.environment().putAll(settings.get());
        command.environment().put("QUARKUS_HTTP_PORT", Integer.toString(port()));
        command.environment().put("QUARKUS_MANAGEMENT_PORT", Integer.toString(Ports.management(port())));
        return command;
    }

    @Override
    List<Integer> ports() {
        return List.of(port(), Ports.management(port()));
    }

    @Override
    public String address() {
        return "http://127.0.0.1:" + port();
    }

    @Override
    public boolean isReady() {
        URI health = URI.create("http://127.0.0.1:" + Ports.management(port()) + "/q/health/ready");
        try {
            HttpRequest request = HttpRequest.newBuilder(health)
                    .timeout(Duration.ofSeconds(2))
                    .build();
            return HTTP.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
