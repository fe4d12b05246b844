package org.puente.deploy.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.puente.deploy.Manifests;
import org.puente.deploy.Rendered;

/** The images, in the pods of {@code overlays/local}, with the settings, secrets and limits of that overlay. */
@EnabledIfSystemProperty(
        named = "puente.images",
        matches = "build",
        disabledReason = "images are built and played only when asked for, by -Dpuente.images=build")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PodmanIT {

    private static final List<String> SERVICES = List.of("statistics-service", "diplomacy-service", "gateway");
    private static final Map<String, String> IMAGES = Map.of(
            "postgres:18", "localhost/puente/postgres:local",
            "puente/statistics-service:local", "localhost/puente/statistics-service:local",
            "puente/diplomacy-service:local", "localhost/puente/diplomacy-service:local",
            "puente/gateway:local", "localhost/puente/gateway:local");
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration PATIENCE_WITH_A_BUILD = Duration.ofMinutes(20);

    private final HttpClient http = HttpClient.newHttpClient();
    /** Where a port of a pod is found on the loopback address, by the pod's name and the port's. */
    private final Map<String, Integer> published = new HashMap<>();

    private Podman podman;
    private Issuer issuer;

    @BeforeAll
    void buildAndPlay() throws IOException {
        Manifests.assumeRendering();
        for (String program : List.of("podman --version", "buildah --version")) {
            assumeTrue(
                    Manifests.found(program.split(" ")),
                    program.split(" ")[0] + ", without which nothing can be played, is not installed");
        }
        assumeTrue(System.getProperty("user.name").equals("root"), "only root may build images and join networks here");
        Commands.run(
                PATIENCE_WITH_A_BUILD,
                Map.of(),
                Stream.concat(
                                Stream.of(
                                        Manifests.FOLDER
                                                .resolve("container/build")
                                                .toString(),
                                        "postgres"),
                                SERVICES.stream())
                        .toList());
        Rendered rendered = Manifests.overlay("local").copy();
        podman = new Podman(
                Stream.concat(Stream.of("postgres"), SERVICES.stream()).toList(), IMAGES);
        Manifests.documents(Secrets.yaml()).forEach(podman::keep);
        podman.play(workload(rendered, "postgres"), rendered.ofKind("ConfigMap"), Map.of());
        // Kubernetes tries a migration again; podman tries it once.
        await("postgres", this::databaseAnswers);
        issuer = new Issuer(podman.host());
        rendered.ofKind("ConfigMap")
                .filter(map -> Rendered.name(map).startsWith("settings-"))
                .forEach(map -> map.withObject("/data").put("QUARKUS_OIDC_AUTH_SERVER_URL", issuer.address()));
        for (String service : SERVICES) {
            podman.play(workload(rendered, service), rendered.ofKind("ConfigMap"), publish(rendered, service));
        }
        SERVICES.forEach(service -> await(service, () -> isReady(service)));
    }

    @AfterAll
    void stop() {
        Stream.of(podman, issuer).filter(Objects::nonNull).forEach(PodmanIT::close);
    }

    private static void close(AutoCloseable started) {
        try {
            started.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void theGatewayAnswersFromBothServices() {
        String november = "/api/v1/encounters/series?region=southwest&from=2023-11&to=2023-11";
        assertThat(get(november).at("/series/0/points/0/value").asInt()).isEqualTo(242_399);
        assertThat(get(november + "&asOf=2023-12-28")
                        .at("/series/0/points/0/value")
                        .asInt())
                .isEqualTo(242_418);
        assertThat(get("/api/v1/agreements").path("total").asInt()).isPositive();
        JsonNode briefing = get("/api/v1/briefing?on=2023-12-27");
        assertThat(briefing.path("missing").isArray()).isTrue();
        assertThat(briefing.path("missing")).isEmpty();
    }

    @Test
    void anOfficialFileIsImportedByOneWhoMayAndByNobodyElse() throws IOException {
        String place = "/api" + OfficialFile.PLACE;
        assertThat(ask("gateway/http", place, OfficialFile.sent(issuer.token("diplomacy-editor")))
                        .statusCode())
                .isEqualTo(403);
        HttpResponse<String> taken =
                ask("gateway/http", place, OfficialFile.sent(issuer.token("statistics-publisher")));
        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(201);
        String release = Manifests.JSON.readTree(taken.body()).path("id").asText();
        JsonNode points = get("/api/v1/encounters/series?release=" + release).at("/series/0/points");
        assertThat(Rendered.each(points)
                        .mapToInt(point -> point.path("value").asInt())
                        .sum())
                .isEqualTo(OfficialFile.TOTAL);
    }

    @Test
    void aServiceRunsAsNobodyOnAnImageThatItCannotWriteTo() {
        for (String service : SERVICES) {
            JsonNode container = podman.inspect(service, "service");
            assertThat(container.at("/HostConfig/ReadonlyRootfs").asBoolean()).isTrue();
            assertThat(container.at("/Config/User").asText()).isEqualTo("10001:10001");
            assertThat(container.path("EffectiveCaps")).isEmpty();
            assertThat(container.at("/HostConfig/Memory").asLong()).isPositive();
            assertThat(podman.attempt("exec", service + "-service", "touch", "/app/here")
                            .output())
                    .contains("Read-only file system");
        }
    }

    @Test
    void everyLineThatAServiceLogsIsJson() throws IOException {
        for (String service : SERVICES) {
            List<String> lines = podman.logs(service, "service").lines().toList();
            assertThat(lines).isNotEmpty();
            for (String line : lines) {
                assertThat(Manifests.JSON.readTree(line).path("message").asText())
                        .as(line)
                        .isNotEmpty();
            }
        }
    }

    @Test
    void servicesWaitForTheirDatabaseAndTheGatewayGoesOn() {
        podman.attempt("pod", "pause", "postgres");
        try {
            await(
                    "the loss of its database to be noticed by the diplomacy service",
                    () -> !isReady("diplomacy-service"));
            assertThat(isReady("gateway")).isTrue();
        } finally {
            podman.attempt("pod", "unpause", "postgres");
        }
        SERVICES.forEach(service -> await(service, () -> isReady(service)));
    }

    private static ObjectNode workload(Rendered rendered, String name) {
        return rendered.workloads()
                .filter(candidate -> Rendered.name(candidate).equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Map<Integer, Integer> publish(Rendered rendered, String service) throws IOException {
        Map<Integer, Integer> ports = new HashMap<>();
        for (JsonNode port : Rendered.service(workload(rendered, service)).path("ports")) {
            int free = PostgresServer.freePort();
            ports.put(free, port.path("containerPort").asInt());
            published.put(service + "/" + port.path("name").asText(), free);
        }
        return ports;
    }

    private boolean databaseAnswers() {
        return podman.attempt("exec", "postgres-postgres", "pg_isready", "--host=127.0.0.1", "--username=postgres")
                        .code()
                == 0;
    }

    private boolean isReady(String service) {
        try {
            return ask(service + "/management", "/q/health/ready", HttpRequest.newBuilder())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private JsonNode get(String path) {
        try {
            HttpResponse<String> answer = ask("gateway/http", path, HttpRequest.newBuilder());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            return Manifests.JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpResponse<String> ask(String port, String path, HttpRequest.Builder request) throws IOException {
        try {
            return http.send(
                    request.uri(URI.create("http://127.0.0.1:" + published.get(port) + path))
                            .timeout(Duration.ofSeconds(20))
                            .build(),
                    BodyHandlers.ofString());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void await(String what, BooleanSupplier happened) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!happened.getAsBoolean()) {
            if (System.nanoTime() > until) {
                throw new IllegalStateException("waited in vain for " + what + ":\n"
                        + Stream.of("postgres", "migrate", "service")
                                .map(container -> podman.logs(what, container))
                                .collect(Collectors.joining()));
            }
            try {
                TimeUnit.MILLISECONDS.sleep(500);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
