package org.puente.deploy.policy;

import static org.puente.deploy.Rendered.containers;
import static org.puente.deploy.Rendered.each;
import static org.puente.deploy.Rendered.podSpec;
import static org.puente.deploy.Rendered.title;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.puente.deploy.Rendered;

/** That what is named exists, and that no secret stands in the repository. */
final class ReferenceRules {

    private static final Pattern SECRET = Pattern.compile("(?i).*(password|secret|token|credential|api_?key).*");
    private static final Set<String> CLUSTER_WIDE = Set.of("Namespace", "PriorityClass");

    /** What an overlay alone can fulfil. */
    static final String VERSIONED = "images have a version";

    static final List<Rule> ALL = List.of(
            new Rule("no secret is rendered", all -> all.ofKind("Secret").map(Rendered::title)),
            new Rule("secret values come by reference", all -> all.workloads().flatMap(workload -> containers(workload)
                    .flatMap(container -> each(container.path("env")))
                    .filter(variable -> variable.has("value")
                            && SECRET.matcher(variable.path("name").asText()).matches())
                    .map(variable -> title(workload) + ", " + variable.path("name")))),
            new Rule("no setting is a secret", all -> all.ofKind("ConfigMap")
                    .flatMap(map -> map.path("data").properties().stream()
                            .filter(entry -> SECRET.matcher(entry.getKey()).matches())
                            .map(entry -> title(map) + ", " + entry.getKey()))),
            new Rule("every settings map that is named exists", all -> all.workloads()
                    .flatMap(workload -> configMaps(workload)
                            .filter(wanted -> all.find("ConfigMap", wanted).isEmpty())
                            .map(wanted -> title(workload) + ", " + wanted))),
            new Rule("every service account that is named exists, and has no token", all -> all.workloads()
                    .filter(workload -> all.find(
                                    "ServiceAccount",
                                    podSpec(workload).path("serviceAccountName").asText())
                            .filter(account -> account.has("automountServiceAccountToken")
                                    && !account.path("automountServiceAccountToken")
                                            .asBoolean())
                            .isEmpty())
                    .map(Rendered::title)),
            new Rule("every volume that is mounted is one of the pod's", all -> all.workloads()
                    .flatMap(workload -> containers(workload)
                            .flatMap(container -> each(container.path("volumeMounts")))
                            .map(mount -> mount.path("name"))
                            .filter(mount -> Stream.concat(
                                            each(podSpec(workload).path("volumes"))
                                                    .map(volume -> volume.path("name")),
                                            each(workload.at("/spec/volumeClaimTemplates"))
                                                    .map(claim -> claim.at("/metadata/name")))
                                    .noneMatch(mount::equals))
                            .map(mount -> title(workload) + ", " + mount.asText()))),
            new Rule("everything stands in one namespace", all -> all.objects().stream()
                    .filter(object -> !CLUSTER_WIDE.contains(object.path("kind").asText()))
                    .filter(object -> !object.at("/metadata/namespace").asText().equals("puente"))
                    .map(Rendered::title)),
            new Rule(
                    "the namespace enforces the restricted standard",
                    all -> all.find("Namespace", "puente")
                                    .filter(namespace -> namespace
                                            .at("/metadata/labels/pod-security.kubernetes.io~1enforce")
                                            .asText()
                                            .equals("restricted"))
                                    .isPresent()
                            ? Stream.empty()
                            : Stream.of("Namespace/puente")),
            new Rule(VERSIONED, all -> all.workloads().flatMap(workload -> containers(workload)
                    .map(container -> container.path("image").asText())
                    .filter(image -> !image.matches(".+(:[^/:]+|@sha256:[0-9a-f]{64})") || image.endsWith(":latest"))
                    .map(image -> title(workload) + ", " + image))),
            new Rule("no placeholder is left", all -> all.objects().stream()
                    .filter(object -> object.toString().contains("replaced"))
                    .map(Rendered::title)));

    /** What only an overlay can fulfil: the base names neither a namespace for each object nor a version. */
    static final Set<String> OF_OVERLAYS = Set.of(
            "everything stands in one namespace",
            VERSIONED,
            "every settings map that is named exists",
            SettingRules.ADDRESSES);

    private ReferenceRules() {}

    private static Stream<String> configMaps(JsonNode workload) {
        return Stream.concat(
                        containers(workload)
                                .flatMap(container -> each(container.path("envFrom")))
                                .map(source -> source.at("/configMapRef/name")),
                        each(podSpec(workload).path("volumes")).map(volume -> volume.at("/configMap/name")))
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText);
    }
}
