package org.puente.deploy.policy;

import static org.puente.deploy.Rendered.each;
import static org.puente.deploy.Rendered.labels;
import static org.puente.deploy.Rendered.name;
import static org.puente.deploy.Rendered.selects;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.puente.deploy.Rendered;

/** Who may talk to whom: nothing is open that isn't named. */
final class NetworkRules {

    private static final Set<String> CALLERS_OF_A_DATABASE = Set.of("statistics-service", "diplomacy-service");
    private static final JsonNode DATABASE = JsonNodeFactory.instance
            .objectNode()
            .put("app.kubernetes.io/component", "database")
            .put("app.kubernetes.io/name", "postgres");

    static final List<Rule> ALL = List.of(
            new Rule("nothing may be said that isn't allowed", all -> Stream.of("Ingress", "Egress")
                    .filter(direction -> all.ofKind("NetworkPolicy")
                            .noneMatch(policy -> policy.at("/spec/podSelector").isEmpty()
                                    && each(policy.at("/spec/policyTypes"))
                                            .anyMatch(type -> type.asText().equals(direction))
                                    && policy.at("/spec/" + direction.toLowerCase())
                                            .isMissingNode()))),
            new Rule(
                    "every pod may ask for names",
                    all -> all.ofKind("NetworkPolicy")
                                    .anyMatch(policy ->
                                            policy.at("/spec/podSelector").isEmpty()
                                                    && policy.at("/spec/egress")
                                                            .toString()
                                                            .contains("\"port\":53"))
                            ? Stream.empty()
                            : Stream.of("no policy allows DNS")),
            new Rule("the database hears the two services alone", all -> all.services()
                    .filter(workload -> isWronglyFenced(
                            all, labels(workload), DATABASE, CALLERS_OF_A_DATABASE.contains(name(workload))))
                    .map(Rendered::title)),
            new Rule("the services hear the gateway, and not each other", all -> all.services()
                    .flatMap(caller -> all.services()
                            .filter(called -> !called.equals(caller))
                            .filter(called -> isWronglyFenced(
                                    all,
                                    labels(caller),
                                    labels(called),
                                    name(caller).equals("gateway")))
                            .map(called -> name(caller) + " to " + name(called)))),
            new Rule("the gateway alone hears what is outside", all -> policiesOf(all, "ingress")
                    .filter(policy -> each(policy.at("/spec/ingress"))
                            .anyMatch(rule -> rule.toString().contains("ipBlock") || !rule.has("from")))
                    .map(Rendered::title)),
            new Rule("a selector of a service finds pods, and its ports are theirs", all -> all.ofKind("Service")
                    .filter(service -> !servesSomething(all, service))
                    .map(Rendered::title)));

    private NetworkRules() {}

    private static Stream<ObjectNode> policiesOf(Rendered all, String direction) {
        return all.ofKind("NetworkPolicy").filter(policy -> policy.at("/spec").has(direction));
    }

    /** Whether one of the two fences between two pods, the caller's and the called one's, isn't as it is meant. */
    private static boolean isWronglyFenced(Rendered all, JsonNode caller, JsonNode called, boolean open) {
        return allows(all, "egress", "to", caller, called) != open
                || allows(all, "ingress", "from", called, caller) != open;
    }

    private static boolean allows(Rendered all, String direction, String peers, JsonNode pod, JsonNode other) {
        return policiesOf(all, direction)
                .filter(policy -> selects(policy.at("/spec/podSelector"), pod))
                .flatMap(policy -> each(policy.at("/spec/" + direction)))
                .flatMap(rule -> each(rule.path(peers)))
                .anyMatch(peer -> !peer.has("namespaceSelector") && selects(peer.path("podSelector"), other));
    }

    private static boolean servesSomething(Rendered all, JsonNode service) {
        JsonNode selector = JsonNodeFactory.instance.objectNode().set("matchLabels", service.at("/spec/selector"));
        Set<String> ports = all.workloads()
                .filter(workload -> selects(selector, labels(workload)))
                .flatMap(Rendered::containers)
                .flatMap(container -> each(container.path("ports")))
                .map(port -> port.path("name").asText() + ":"
                        + port.path("containerPort").asInt())
                .collect(Collectors.toSet());
        return each(service.at("/spec/ports"))
                .allMatch(port -> ports.contains(port.path("targetPort").asText() + ":"
                        + port.path("port").asInt()));
    }
}
