package org.puente.deploy.policy;

import static org.puente.deploy.Rendered.each;
import static org.puente.deploy.Rendered.labels;
import static org.puente.deploy.Rendered.podSpec;
import static org.puente.deploy.Rendered.selects;
import static org.puente.deploy.Rendered.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.puente.deploy.Rendered;

/** What keeps a service answering while pods come and go. */
final class LifecycleRules {

    static final List<Rule> ALL = List.of(
            workloads(
                    "every container has startup, liveness and readiness probes",
                    (all, workload) -> each(podSpec(workload).path("containers"))
                            .allMatch(container -> Stream.of("startupProbe", "livenessProbe", "readinessProbe")
                                    .allMatch(container::has))),
            services("services are probed on their management port", (all, workload) -> Stream.of(
                            "startupProbe", "livenessProbe", "readinessProbe")
                    .allMatch(probe -> service(workload)
                            .at("/" + probe + "/httpGet/port")
                            .asText()
                            .equals("management"))),
            services("liveness asks for nothing outside of the pod", (all, workload) -> service(workload)
                    .at("/livenessProbe/httpGet/path")
                    .asText()
                    .equals("/q/health/live")),
            services("readiness is what takes a pod out of a service", (all, workload) -> service(workload)
                    .at("/readinessProbe/httpGet/path")
                    .asText()
                    .equals("/q/health/ready")),
            services(
                    "a pod stops later than new connections do",
                    (all, workload) -> service(workload)
                                    .at("/lifecycle/preStop/sleep/seconds")
                                    .asInt()
                            >= 5),
            services("an update never takes a replica away before its successor is ready", (all, workload) -> {
                JsonNode rolling = workload.at("/spec/strategy/rollingUpdate");
                return rolling.has("maxUnavailable")
                        && rolling.path("maxUnavailable").asInt() == 0
                        && rolling.path("maxSurge").asInt() > 0;
            }),
            workloads(
                    "old revisions are kept, a few",
                    (all, workload) -> workload.at("/spec/revisionHistoryLimit").asInt() >= 1
                            && workload.at("/spec/revisionHistoryLimit").asInt() <= 5),
            workloads("pods have a priority that exists", (all, workload) -> all.find(
                            "PriorityClass",
                            podSpec(workload).path("priorityClassName").asText())
                    .isPresent()),
            services("replicas spread over zones and nodes", (all, workload) -> Stream.of(
                            "topology.kubernetes.io/zone", "kubernetes.io/hostname")
                    .allMatch(topology -> spreads(workload, topology))),
            services(
                    "replicas that scale are kept from being evicted together",
                    (all, workload) -> scaler(all, workload).isEmpty()
                            || all.ofKind("PodDisruptionBudget")
                                    .anyMatch(budget ->
                                            budget.at("/spec/maxUnavailable").asInt() == 1
                                                    && selects(budget.at("/spec/selector"), labels(workload)))),
            services(
                    "replicas are as many as the scaler says, or a number",
                    (all, workload) -> scaler(all, workload).isPresent()
                            != workload.at("/spec/replicas").isInt()),
            new Rule("scalers watch CPU and requests in flight, and keep two replicas", all -> all.ofKind(
                            "HorizontalPodAutoscaler")
                    .filter(scaler -> scaler.at("/spec/minReplicas").asInt() < 2
                            || !scaler.toString().contains("\"cpu\"")
                            || !scaler.toString().contains("http_server_active_requests"))
                    .map(Rendered::title)));

    private LifecycleRules() {}

    private static boolean spreads(JsonNode workload, String topology) {
        return each(podSpec(workload).path("topologySpreadConstraints"))
                .filter(constraint -> constraint.path("topologyKey").asText().equals(topology))
                .anyMatch(constraint -> selects(constraint.path("labelSelector"), labels(workload)));
    }

    private static Stream<ObjectNode> scalers(Rendered all, JsonNode workload) {
        return all.ofKind("HorizontalPodAutoscaler")
                .filter(scaler ->
                        scaler.at("/spec/scaleTargetRef/name").asText().equals(Rendered.name(workload)));
    }

    private static Optional<ObjectNode> scaler(Rendered all, JsonNode workload) {
        return scalers(all, workload).findFirst();
    }

    private static Rule workloads(String name, BiPredicate<Rendered, JsonNode> holds) {
        return new Rule(name, all -> all.workloads()
                .filter(workload -> !holds.test(all, workload))
                .map(Rendered::title));
    }

    private static Rule services(String name, BiPredicate<Rendered, JsonNode> holds) {
        return new Rule(name, all -> all.services()
                .filter(workload -> !holds.test(all, workload))
                .map(Rendered::title));
    }
}
