package org.puente.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** All objects that would be sent to a cluster together. */
public record Rendered(List<ObjectNode> objects) {

    public Stream<ObjectNode> ofKind(String kind) {
        return objects.stream().filter(object -> object.path("kind").asText().equals(kind));
    }

    public Optional<ObjectNode> find(String kind, String name) {
        return ofKind(kind).filter(object -> name(object).equals(name)).findFirst();
    }

    /** Deployments and StatefulSets: what makes pods here. Pods of an operator's objects are the operator's. */
    public Stream<ObjectNode> workloads() {
        return objects.stream().filter(object -> List.of("Deployment", "StatefulSet", "Job", "DaemonSet", "CronJob")
                .contains(object.path("kind").asText()));
    }

    /** The ones that run a service of ours. */
    public Stream<ObjectNode> services() {
        return ofKind("Deployment").filter(object -> ServiceFacts.NAMES.contains(name(object)));
    }

    public Rendered copy() {
        return new Rendered(objects.stream().map(ObjectNode::deepCopy).toList());
    }

    /** What a container finds in its environment, apart from secrets: its ConfigMaps in their order, then its own variables. */
    public Map<String, String> settings(JsonNode container) {
        Map<String, String> settings = new HashMap<>();
        each(container.path("envFrom"))
                .map(source -> source.at("/configMapRef/name").asText())
                .flatMap(map -> find("ConfigMap", map).stream())
                .flatMap(map -> map.path("data").properties().stream())
                .forEach(entry -> settings.put(entry.getKey(), entry.getValue().asText()));
        each(container.path("env"))
                .filter(variable -> variable.has("value"))
                .forEach(variable -> settings.put(
                        variable.path("name").asText(), variable.path("value").asText()));
        return settings;
    }

    public static String name(JsonNode object) {
        return object.at("/metadata/name").asText();
    }

    public static String title(JsonNode object) {
        return object.path("kind").asText() + "/" + name(object);
    }

    public static JsonNode podSpec(JsonNode workload) {
        return workload.at("/spec/template/spec");
    }

    public static Stream<JsonNode> containers(JsonNode workload) {
        return Stream.of("initContainers", "containers")
                .flatMap(list -> each(podSpec(workload).path(list)));
    }

    public static Stream<JsonNode> each(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    /** The labels of a workload's pods. */
    public static JsonNode labels(JsonNode workload) {
        return workload.at("/spec/template/metadata/labels");
    }

    /** The container that runs the service; every Deployment of ours calls it so. */
    public static JsonNode service(JsonNode workload) {
        return each(podSpec(workload).path("containers"))
                .filter(container -> container.path("name").asText().equals("service"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(title(workload) + " has no container named service"));
    }

    /** Whether a label selector picks a pod with these labels; an absent selector picks none, an empty one all. */
    public static boolean selects(JsonNode selector, JsonNode labels) {
        if (selector.isMissingNode()) {
            return false;
        }
        for (Map.Entry<String, JsonNode> wanted : selector.path("matchLabels").properties()) {
            if (!wanted.getValue().equals(labels.path(wanted.getKey()))) {
                return false;
            }
        }
        return each(selector.path("matchExpressions")).allMatch(expression -> {
            JsonNode value = labels.path(expression.path("key").asText());
            return each(expression.path("values")).anyMatch(value::equals);
        });
    }

    /** Names of the secrets that a workload needs, with the keys it reads; a volume's keys are its items'. */
    public static Stream<String> secretKeys(JsonNode workload) {
        return Stream.concat(
                containers(workload)
                        .flatMap(container -> each(container.path("env")))
                        .map(variable -> variable.at("/valueFrom/secretKeyRef"))
                        .filter(JsonNode::isObject)
                        .map(key -> key.path("name").asText() + "/"
                                + key.path("key").asText()),
                each(podSpec(workload).path("volumes"))
                        .map(volume -> volume.path("secret"))
                        .filter(JsonNode::isObject)
                        .flatMap(secret -> each(secret.path("items"))
                                .map(item -> secret.path("secretName").asText() + "/"
                                        + item.path("key").asText())));
    }
}
