package org.puente.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.puente.deploy.Rendered.containers;
import static org.puente.deploy.Rendered.each;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything that a manifest says about a service is true of the service that was built. */
class ServiceReferencesTest {

    private static final String IMAGE = "(.+/)?puente/(statistics-service|diplomacy-service|gateway)(:.+)?";

    static Stream<Arguments> services() {
        List<String> places = Manifests.canRender() ? List.of("base", "local", "production") : List.of("base");
        return places.stream().flatMap(place -> ServiceFacts.NAMES.stream().map(name -> Arguments.of(place, name)));
    }

    private static Rendered at(String place) {
        return place.equals("base") ? Manifests.base() : Manifests.overlay(place);
    }

    @ParameterizedTest
    @MethodSource("services")
    void portsAreThoseOfTheService(String place, String service) {
        ServiceFacts facts = ServiceFacts.of(service);
        JsonNode deployment = at(place).find("Deployment", service).orElseThrow();
        assertThat(each(Rendered.service(deployment).path("ports"))
                        .map(port -> port.path("name").asText() + "="
                                + port.path("containerPort").asInt()))
                .containsExactlyInAnyOrder("http=" + facts.port(), "management=" + facts.managementPort());
    }

    @ParameterizedTest
    @MethodSource("services")
    void probesAskForPathsThatTheServiceHas(String place, String service) {
        JsonNode deployment = at(place).find("Deployment", service).orElseThrow();
        assertThat(Rendered.service(deployment).findValues("httpGet"))
                .extracting(get -> get.path("path").asText())
                .isSubsetOf(ServiceFacts.of(service).managementPaths());
    }

    @ParameterizedTest
    @MethodSource("services")
    void imagesAreNamedAfterTheService(String place, String service) {
        JsonNode deployment = at(place).find("Deployment", service).orElseThrow();
        assertThat(containers(deployment))
                .allSatisfy(container -> assertThat(container.path("image").asText())
                        .matches(IMAGE)
                        .contains("puente/" + service));
    }

    @ParameterizedTest
    @ValueSource(strings = {"local", "production", "gateway-api"})
    void everySettingIsOneThatTheServiceTakesAtItsStart(String place) {
        Manifests.assumeRendering();
        Rendered rendered = place.equals("gateway-api") ? Manifests.composed("base", place) : Manifests.overlay(place);
        rendered.services().forEach(deployment -> {
            ServiceFacts facts = ServiceFacts.of(Rendered.name(deployment));
            assumeTrue(facts.isPackaged(), "the services are not packaged; mvn verify does that first");
            assertThat(variables(rendered, deployment)).isNotEmpty().allSatisfy(variable -> assertThat(
                            facts.takes(variable))
                    .as("%s of %s", variable, Rendered.title(deployment))
                    .isTrue());
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "QUARKUS_DATASOURCE_JDBC_ULR",
                "QUARKUS_HTTP_HOTS",
                "QUARKUS_FLYWAY_ENABLED",
                "QUARKUS_TLS_SERVER_KEY_STORE_PEM_0_CERT",
                "PUENTE_UPSTREAM_STATISTICS_URI"
            })
    void aSettingThatNoServiceTakesIsNoticed(String variable) {
        for (String service : ServiceFacts.NAMES) {
            ServiceFacts facts = ServiceFacts.of(service);
            assumeTrue(facts.isPackaged(), "the services are not packaged; mvn verify does that first");
            assertThat(facts.takes(variable)).as("%s of %s", variable, service).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"local", "production"})
    void everySecretKeyIsProvided(String overlay) {
        Manifests.assumeRendering();
        List<String> provided = overlay.equals("local") ? ofTheScript() : ofTheStore(Manifests.overlay(overlay));
        assertThat(Manifests.overlay(overlay).workloads().flatMap(Rendered::secretKeys))
                .isNotEmpty()
                .isSubsetOf(provided);
    }

    private static Stream<String> variables(Rendered rendered, JsonNode deployment) {
        return containers(deployment)
                .flatMap(container -> Stream.concat(
                        each(container.path("env"))
                                .map(variable -> variable.path("name").asText()),
                        each(container.path("envFrom")).flatMap(source -> rendered
                                .find(
                                        "ConfigMap",
                                        source.at("/configMapRef/name").asText())
                                .orElseThrow()
                                .path("data")
                                .properties()
                                .stream()
                                .map(Map.Entry::getKey))))
                .distinct();
    }

    /** What overlays/local/secrets.sh makes. */
    private static List<String> ofTheScript() {
        try {
            Process process = new ProcessBuilder(
                            "sh",
                            Manifests.FOLDER
                                    .resolve("overlays/local/secrets.sh")
                                    .toString())
                    .start();
            String yaml = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return Manifests.documents(yaml).stream()
                    .peek(secret -> assertThat(KubernetesModel.faults(secret)).isEmpty())
                    .flatMap(secret -> secret.path("stringData").properties().stream()
                            .map(entry -> Rendered.name(secret) + "/" + entry.getKey()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What external-secrets fetches, as overlays/production/secrets.yaml says, and what the operators make. */
    private static List<String> ofTheStore(Rendered production) {
        return Stream.of(
                        production
                                .ofKind("ExternalSecret")
                                .map(Rendered::name)
                                .flatMap(name -> Stream.of(name + "/username", name + "/password")),
                        production.ofKind("Cluster").map(cluster -> Rendered.name(cluster) + "-ca/ca.crt"),
                        production
                                .ofKind("Certificate")
                                .map(certificate ->
                                        certificate.at("/spec/secretName").asText())
                                .flatMap(name -> Stream.of(name + "/tls.crt", name + "/tls.key", name + "/ca.crt")))
                .flatMap(secrets -> secrets)
                .toList();
    }
}
