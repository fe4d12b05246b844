package org.puente.deploy.policy;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;
import org.puente.deploy.Manifests;
import org.puente.deploy.Rendered;

/**
 * A fault put into the gateway's manifests, or another's, that a rule must find.
 *
 * @param breaks the name of the rule
 * @param what   what is changed
 */
record Plant(String breaks, String what, Consumer<Rendered> change) {

    private static final String POD = "/spec/template/spec";
    private static final String CONTAINER = POD + "/containers/0";

    static final List<Plant> ALL = List.of(
            set("pods run as a numbered user who isn't root", POD + "/securityContext/runAsUser", "0"),
            set("pods run as a numbered user who isn't root", POD + "/securityContext/runAsNonRoot", "false"),
            set(
                    "pods have the runtime's seccomp profile",
                    POD + "/securityContext/seccompProfile/type",
                    "'Unconfined'"),
            drop("pods get no service account token", POD + "/automountServiceAccountToken"),
            drop("pods don't learn of other services by environment variables", POD + "/enableServiceLinks"),
            set("pods share nothing with the node", POD + "/hostNetwork", "true"),
            set("pods share nothing with the node", POD + "/volumes/0/hostPath", "{'path':'/'}"),
            drop("containers can't gain privileges", CONTAINER + "/securityContext/allowPrivilegeEscalation"),
            set("containers can't gain privileges", CONTAINER + "/securityContext/privileged", "true"),
            set("containers drop every capability", CONTAINER + "/securityContext/capabilities/add", "['NET_ADMIN']"),
            set("containers drop every capability", CONTAINER + "/securityContext/capabilities/drop", "['CHOWN']"),
            drop("containers can't write to their image", CONTAINER + "/securityContext/readOnlyRootFilesystem"),
            set("containers don't become another user", CONTAINER + "/securityContext/runAsUser", "0"),
            drop("containers state what they need and may use", CONTAINER + "/resources/limits/cpu"),
            set(
                    "memory that may be used is memory that was asked for",
                    CONTAINER + "/resources/limits/memory",
                    "'9Gi'"),
            drop("every container has startup, liveness and readiness probes", CONTAINER + "/startupProbe"),
            set("services are probed on their management port", CONTAINER + "/readinessProbe/httpGet/port", "'http'"),
            set(
                    "liveness asks for nothing outside of the pod",
                    CONTAINER + "/livenessProbe/httpGet/path",
                    "'/q/health/ready'"),
            set("readiness is what takes a pod out of a service", CONTAINER + "/readinessProbe/httpGet/path", "'/'"),
            drop("a pod stops later than new connections do", CONTAINER + "/lifecycle"),
            set(
                    "an update never takes a replica away before its successor is ready",
                    "/spec/strategy/rollingUpdate/maxUnavailable",
                    "1"),
            drop("old revisions are kept, a few", "/spec/revisionHistoryLimit"),
            set("pods have a priority that exists", POD + "/priorityClassName", "'system'"),
            drop("replicas spread over zones and nodes", POD + "/topologySpreadConstraints/0"),
            without("replicas that scale are kept from being evicted together", "PodDisruptionBudget", "gateway"),
            set("replicas are as many as the scaler says, or a number", "/spec/replicas", "3"),
            set(
                    "scalers watch CPU and requests in flight, and keep two replicas",
                    "HorizontalPodAutoscaler",
                    "gateway",
                    "/spec/minReplicas",
                    "1"),
            drop(
                    "scalers watch CPU and requests in flight, and keep two replicas",
                    "HorizontalPodAutoscaler",
                    "gateway",
                    "/spec/metrics/1"),
            without("nothing may be said that isn't allowed", "NetworkPolicy", "default-deny"),
            without("every pod may ask for names", "NetworkPolicy", "dns"),
            set(
                    "the database hears the two services alone",
                    "NetworkPolicy",
                    "gateway",
                    "/spec/egress/0/to/0/podSelector",
                    "{}"),
            drop(
                    "the services hear the gateway, and not each other",
                    "NetworkPolicy",
                    "diplomacy-service",
                    "/spec/ingress"),
            drop(
                    "the gateway alone hears what is outside",
                    "NetworkPolicy",
                    "statistics-service",
                    "/spec/ingress/0/from"),
            set(
                    "a selector of a service finds pods, and its ports are theirs",
                    "Service",
                    "gateway",
                    "/spec/ports/0/port",
                    "80"),
            new Plant("no secret is rendered", "a Secret", all -> rename(all, "ConfigMap", "Secret")),
            set("secret values come by reference", CONTAINER + "/env", "[{'name':'API_TOKEN','value':'x'}]"),
            new Plant("no setting is a secret", "a password among settings", all -> all.objects().stream()
                    .filter(object -> object.path("kind").asText().matches("ConfigMap|ServiceAccount"))
                    .forEach(object ->
                            object.put("kind", "ConfigMap").putObject("data").put("DB_PASSWORD", "x"))),
            new Plant("every settings map that is named exists", "no map", all -> rename(all, "ConfigMap", "Nothing")),
            set("every settings map that is named exists", CONTAINER + "/envFrom/0/configMapRef/name", "'nothing'"),
            without("every service account that is named exists, and has no token", "ServiceAccount", "gateway"),
            set("every volume that is mounted is one of the pod's", CONTAINER + "/volumeMounts/0/name", "'nothing'"),
            set("everything stands in one namespace", "/metadata/namespace", "'default'"),
            drop(
                    "the namespace enforces the restricted standard",
                    "Namespace",
                    "puente",
                    "/metadata/labels/pod-security.kubernetes.io~1enforce"),
            set(
                    SettingRules.ADDRESSES,
                    CONTAINER + "/env",
                    "[{'name':'PUENTE_UPSTREAM_STATISTICS_URL','value':'http://statistics-service:8081'}]"),
            set(
                    SettingRules.ADDRESSES,
                    CONTAINER + "/env",
                    "[{'name':'PUENTE_UPSTREAM_DIPLOMACY_URL','value':'https://diplomacy-service:8081'}]"),
            set(
                    "every file that a setting names is mounted",
                    CONTAINER + "/env",
                    "[{'name':'QUARKUS_TLS_SERVICES_TRUST_STORE_PEM_CERTS','value':'/etc/nowhere/ca.crt'}]"),
            set("images have a version", CONTAINER + "/image", "'host:5000/puente/gateway'"),
            set("images have a version", CONTAINER + "/image", "'puente/gateway:latest'"),
            set("no placeholder is left", "/metadata/labels/tier", "'replaced'"));

    void in(Rendered rendered) {
        change.accept(rendered);
    }

    @Override
    public String toString() {
        return breaks + ": " + what;
    }

    private static Plant set(String breaks, String pointer, String value) {
        return set(breaks, "Deployment", "gateway", pointer, value);
    }

    private static Plant set(String breaks, String kind, String name, String pointer, String value) {
        return new Plant(breaks, kind + " " + name + " " + pointer + " = " + value, all -> {
            JsonPointer place = JsonPointer.compile(pointer);
            JsonNode parent = all.find(kind, name).orElseThrow().at(place.head());
            if (parent instanceof ObjectNode map) {
                map.set(place.last().getMatchingProperty(), json(value));
            } else {
                throw new IllegalArgumentException(pointer);
            }
        });
    }

    private static Plant drop(String breaks, String pointer) {
        return drop(breaks, "Deployment", "gateway", pointer);
    }

    private static Plant drop(String breaks, String kind, String name, String pointer) {
        return new Plant(breaks, kind + " " + name + " without " + pointer, all -> {
            JsonPointer place = JsonPointer.compile(pointer);
            JsonNode parent = all.find(kind, name).orElseThrow().at(place.head());
            JsonNode gone = parent instanceof ArrayNode list
                    ? list.remove(place.last().getMatchingIndex())
                    : ((ObjectNode) parent).remove(place.last().getMatchingProperty());
            if (gone == null) {
                throw new IllegalArgumentException(pointer + " is not there");
            }
        });
    }

    private static Plant without(String breaks, String kind, String name) {
        return new Plant(breaks, "no " + kind + " " + name, all -> all.find(kind, name)
                .orElseThrow()
                .put("kind", "Nothing"));
    }

    private static void rename(Rendered all, String from, String to) {
        all.ofKind(from).toList().forEach(object -> object.set("kind", TextNode.valueOf(to)));
        all.ofKind("ServiceAccount").toList().forEach(object -> object.put("kind", to));
    }

    private static JsonNode json(String value) {
        try {
            return Manifests.JSON.readTree(value.replace('\'', '"'));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
