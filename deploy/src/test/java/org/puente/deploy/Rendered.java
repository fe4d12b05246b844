package org.puente.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** All objects that would be sent to a cluster together. */
record Rendered(List<ObjectNode> objects) {

    Stream<ObjectNode> ofKind(String kind) {
        return objects.stream().filter(object -> object.path("kind").asText().equals(kind));
    }

    Optional<ObjectNode> find(String kind, String name) {
        return ofKind(kind).filter(object -> name(object).equals(name)).findFirst();
    }

    /** Deployments and StatefulSets: what makes pods here. Pods of an operator's objects are the operator's. */
    Stream<ObjectNode> workloads() {
        return objects.stream().filter(object -> List.of("Deployment", "StatefulSet", "Job", "DaemonSet", "CronJob")
                .contains(object.path("kind").asText()));
    }

    /** The ones that run a service of ours. */
    Stream<ObjectNode> services() {
        return ofKind("Deployment").filter(object -> ServiceFacts.NAMES.contains(name(object)));
    }

    Rendered copy() {
        return new Rendered(objects.stream().map(ObjectNode::deepCopy).toList());
    }

    static String name(JsonNode object) {
        return object.at("/metadata/name").asText();
    }

    static String title(JsonNode object) {
        return object.path("kind").asText() + "/" + name(object);
    }

    static JsonNode podSpec(JsonNode workload) {
        return workload.at("/spec/template/spec");
    }

    static Stream<JsonNode> containers(JsonNode workload) {
        return Stream.of("initContainers", "containers")
                .flatMap(list -> each(podSpec(workload).path(list)));
    }

    static Stream<JsonNode> each(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    /** Whether a label selector picks a pod with these labels; an absent selector picks none, an empty one all. */
    static boolean selects(JsonNode selector, JsonNode labels) {
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
}
