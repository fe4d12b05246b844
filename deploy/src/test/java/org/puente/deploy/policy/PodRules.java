package org.puente.deploy.policy;

import static org.puente.deploy.Rendered.containers;
import static org.puente.deploy.Rendered.podSpec;
import static org.puente.deploy.Rendered.title;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.puente.deploy.Rendered;

/** What a pod may not be: the Pod Security Standard {@code restricted}, and what it leaves to us. */
final class PodRules {

    static final List<Rule> ALL = List.of(
            pods("pods run as a numbered user who isn't root", pod -> {
                JsonNode context = pod.path("securityContext");
                return context.path("runAsNonRoot").asBoolean()
                        && context.path("runAsUser").asInt() > 0;
            }),
            pods("pods have the runtime's seccomp profile", pod -> pod.at("/securityContext/seccompProfile/type")
                    .asText()
                    .equals("RuntimeDefault")),
            pods(
                    "pods get no service account token",
                    pod -> pod.has("automountServiceAccountToken")
                            && !pod.path("automountServiceAccountToken").asBoolean()),
            pods(
                    "pods don't learn of other services by environment variables",
                    pod -> pod.has("enableServiceLinks")
                            && !pod.path("enableServiceLinks").asBoolean()),
            pods(
                    "pods share nothing with the node",
                    pod -> Stream.of("hostNetwork", "hostPID", "hostIPC")
                                    .noneMatch(field -> pod.path(field).asBoolean())
                            && Rendered.each(pod.path("volumes")).noneMatch(volume -> volume.has("hostPath"))),
            each("containers can't gain privileges", container -> {
                JsonNode context = container.path("securityContext");
                return context.has("allowPrivilegeEscalation")
                        && !context.path("allowPrivilegeEscalation").asBoolean()
                        && !context.path("privileged").asBoolean();
            }),
            each("containers drop every capability", container -> {
                JsonNode capabilities = container.at("/securityContext/capabilities");
                return capabilities.at("/drop/0").asText().equals("ALL") && !capabilities.has("add");
            }),
            each("containers can't write to their image", container -> container
                    .at("/securityContext/readOnlyRootFilesystem")
                    .asBoolean()),
            each(
                    "containers don't become another user",
                    container -> !container.at("/securityContext/runAsUser").isInt()),
            each("containers state what they need and may use", PodRules::statesResources),
            each("memory that may be used is memory that was asked for", container -> container
                    .at("/resources/requests/memory")
                    .equals(container.at("/resources/limits/memory"))));

    private PodRules() {}

    private static boolean statesResources(JsonNode container) {
        return Stream.of("requests", "limits")
                .flatMap(bound -> Stream.of("cpu", "memory").map(what -> "/resources/" + bound + "/" + what))
                .noneMatch(pointer -> container.at(pointer).isMissingNode());
    }

    private static Rule pods(String name, Predicate<JsonNode> holds) {
        return new Rule(name, rendered -> rendered.workloads()
                .filter(workload -> !holds.test(podSpec(workload)))
                .map(Rendered::title));
    }

    private static Rule each(String name, Predicate<JsonNode> holds) {
        return new Rule(name, rendered -> rendered.workloads().flatMap(workload -> containers(workload)
                .filter(container -> !holds.test(container))
                .map(container -> title(workload) + ", container "
                        + container.path("name").asText())));
    }
}
