package org.puente.deploy.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.puente.deploy.Manifests;
import org.puente.deploy.Rendered;

/**
 * Plays rendered manifests by {@code podman kube play}. Podman knows no StatefulSet and no Service, and asks probes by a curl
 * that the images don't have: each workload becomes a pod with an address of its own, and what a Service is to DNS stands in its
 * hosts file.
 */
final class Podman implements AutoCloseable {

    private static final String NETWORK = "puente-test";
    private static final String SUBNET = "10.89.78.";
    private static final Path CONFIGURATION =
            Path.of("target", "containers.conf").toAbsolutePath();

    private final Map<String, String> addresses = new LinkedHashMap<>();
    private final List<String> secrets = new ArrayList<>();
    private final Map<String, String> images;

    /** @param images by the names that the manifests have for them */
    Podman(List<String> workloads, Map<String, String> images) {
        this.images = images;
        for (String workload : workloads) {
            addresses.put(workload, SUBNET + (10 + addresses.size()));
        }
        try {
            Files.createDirectories(CONFIGURATION.getParent());
            // Root in a sandbox may not raise limits, and crun wants another layout of control groups.
            Files.writeString(
                    CONFIGURATION,
                    "[containers]\ndefault_ulimits = [\"nofile=20000:20000\", \"nproc=10000:10000\"]\n[engine]\nruntime = \"runc\"\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        forget();
        podman("network", "create", "--subnet", SUBNET + "0/24", NETWORK);
    }

    /** This machine, as the pods see it. */
    String host() {
        return SUBNET + "1";
    }

    /**
     * Makes a pod of a workload and starts it, once its init steps have ended.
     *
     * @param others    ConfigMaps that it needs
     * @param published ports of the pod by the ports of the loopback address where they are to be found
     */
    void play(ObjectNode workload, Stream<? extends JsonNode> others, Map<Integer, Integer> published) {
        String name = Rendered.name(workload);
        try {
            Path file = Files.createTempFile(name, ".yaml");
            StringBuilder documents = new StringBuilder();
            Stream.concat(others, Stream.of(pod(workload, published)))
                    .forEach(object -> documents.append("---\n").append(object).append('\n'));
            Files.writeString(file, documents);
            Commands.Ended played =
                    attempt("kube", "play", "--network", NETWORK, "--ip", addresses.get(name), file.toString());
            if (played.code() != 0) {
                throw new IllegalStateException(played.output() + logs(name, "migrate"));
            }
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ObjectNode pod(ObjectNode workload, Map<Integer, Integer> published) {
        ObjectNode pod = Manifests.JSON.createObjectNode();
        pod.put("apiVersion", "v1").put("kind", "Pod");
        pod.putObject("metadata").put("name", Rendered.name(workload)).set("labels", Rendered.labels(workload));
        ObjectNode spec = Rendered.podSpec(workload).deepCopy();
        pod.set("spec", spec);
        // Podman 4 starts an init step again that has ended well, if everything is always started again.
        spec.put("restartPolicy", "OnFailure");
        ArrayNode aliases = spec.putArray("hostAliases");
        addresses.forEach((name, address) ->
                aliases.addObject().put("ip", address).putArray("hostnames").add(name));
        ArrayNode volumes = spec.withArray("/volumes");
        Rendered.each(workload.at("/spec/volumeClaimTemplates")).forEach(claim -> volumes.addObject()
                .put("name", claim.at("/metadata/name").asText())
                .putObject("emptyDir"));
        Stream.of("initContainers", "containers")
                .flatMap(list -> Rendered.each(spec.path(list)))
                .forEach(container -> adapt((ObjectNode) container, published));
        // Podman 4 keeps an emptyDir as a volume of that name, whichever pod it is of.
        spec.findParents("mountPath").forEach(mount -> ownName(workload, mount));
        volumes.forEach(volume -> ownName(workload, volume));
        return pod;
    }

    private static void ownName(ObjectNode workload, JsonNode named) {
        ((ObjectNode) named)
                .put("name", Rendered.name(workload) + "-" + named.path("name").asText());
    }

    private void adapt(ObjectNode container, Map<Integer, Integer> published) {
        container.remove(List.of("startupProbe", "livenessProbe", "readinessProbe", "lifecycle"));
        container.put("image", images.get(container.path("image").asText()));
        // A port that is only named would be opened to the world.
        ArrayNode ports = (ArrayNode) container.remove("ports");
        if (ports != null) {
            ArrayNode kept = container.putArray("ports");
            ports.forEach(port -> published.entrySet().stream()
                    .filter(entry ->
                            entry.getValue() == port.path("containerPort").asInt())
                    .forEach(entry -> kept.addObject()
                            .put("containerPort", entry.getValue())
                            .put("hostPort", entry.getKey())
                            .put("hostIP", "127.0.0.1")));
        }
    }

    /** Podman 4 takes the values of a Secret from a map of its keys, in Base64. */
    void keep(ObjectNode secret) {
        ObjectNode kept = Manifests.JSON.createObjectNode();
        secret.path("stringData")
                .properties()
                .forEach(entry -> kept.put(
                        entry.getKey(),
                        Base64.getEncoder()
                                .encodeToString(entry.getValue().asText().getBytes(StandardCharsets.UTF_8))));
        try {
            Path file = Files.createTempFile("secret", ".json");
            Files.writeString(file, kept.toString());
            secrets.add(Rendered.name(secret));
            attempt("secret", "rm", Rendered.name(secret));
            podman("secret", "create", Rendered.name(secret), file.toString());
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a container of a pod is, as podman sees it. */
    JsonNode inspect(String pod, String container) {
        try {
            return Manifests.JSON
                    .readTree(podman("inspect", pod + "-" + container).output())
                    .get(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String logs(String pod, String container) {
        return attempt("logs", pod + "-" + container).output();
    }

    Commands.Ended attempt(String... arguments) {
        return Commands.attempt(environment(), command(arguments));
    }

    private static Commands.Ended podman(String... arguments) {
        return Commands.run(environment(), command(arguments));
    }

    private static Map<String, String> environment() {
        return Map.of("CONTAINERS_CONF", CONFIGURATION.toString());
    }

    private static List<String> command(String... arguments) {
        return Stream.concat(Stream.of("podman"), Stream.of(arguments)).toList();
    }

    @Override
    public void close() {
        forget();
        secrets.forEach(secret -> attempt("secret", "rm", secret));
    }

    /** Pods go with their volumes, those of an earlier run too. */
    private void forget() {
        addresses.keySet().forEach(pod -> attempt("pod", "rm", "--force", "--time", "0", pod));
        attempt("network", "rm", "--force", NETWORK);
    }
}
