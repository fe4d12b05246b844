package org.puente.deploy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.scheduling.v1.PriorityClass;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Parses an object as the API server would with strict field validation: an unknown field or a wrong type is an error. */
public final class KubernetesModel {

    private static final ObjectMapper STRICT = new ObjectMapper()
            .configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, true)
            .setAnnotationIntrospector(new JacksonAnnotationIntrospector() {
                @Override
                public Boolean hasAnySetter(Annotated member) {
                    return false;
                }
            });

    private static final Map<String, Class<? extends HasMetadata>> TYPES = Map.ofEntries(
            Map.entry("v1/Namespace", io.fabric8.kubernetes.api.model.Namespace.class),
            Map.entry("v1/Service", io.fabric8.kubernetes.api.model.Service.class),
            Map.entry("v1/ServiceAccount", io.fabric8.kubernetes.api.model.ServiceAccount.class),
            Map.entry("v1/ConfigMap", io.fabric8.kubernetes.api.model.ConfigMap.class),
            Map.entry("v1/Secret", io.fabric8.kubernetes.api.model.Secret.class),
            Map.entry("apps/v1/Deployment", io.fabric8.kubernetes.api.model.apps.Deployment.class),
            Map.entry("apps/v1/StatefulSet", io.fabric8.kubernetes.api.model.apps.StatefulSet.class),
            Map.entry(
                    "policy/v1/PodDisruptionBudget",
                    io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget.class),
            Map.entry(
                    "autoscaling/v2/HorizontalPodAutoscaler",
                    io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler.class),
            Map.entry("networking.k8s.io/v1/NetworkPolicy", NetworkPolicy.class),
            Map.entry("networking.k8s.io/v1/Ingress", io.fabric8.kubernetes.api.model.networking.v1.Ingress.class),
            Map.entry("scheduling.k8s.io/v1/PriorityClass", PriorityClass.class),
            Map.entry("gateway.networking.k8s.io/v1/HTTPRoute", HTTPRoute.class),
            Map.entry(
                    "monitoring.coreos.com/v1/ServiceMonitor",
                    io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor.class),
            Map.entry(
                    "monitoring.coreos.com/v1/PodMonitor",
                    io.fabric8.openshift.api.model.monitoring.v1.PodMonitor.class),
            Map.entry(
                    "monitoring.coreos.com/v1/PrometheusRule",
                    io.fabric8.openshift.api.model.monitoring.v1.PrometheusRule.class));

    private static final JsonNode DOCUMENTED = documented();

    private KubernetesModel() {}

    /** What is wrong with an object, or nothing. */
    public static List<String> faults(JsonNode object) {
        String type =
                object.path("apiVersion").asText() + "/" + object.path("kind").asText();
        if (DOCUMENTED.has(type)) {
            List<String> unknown = new ArrayList<>();
            undocumented(object, "", DOCUMENTED.get(type), unknown);
            return unknown;
        }
        if (!TYPES.containsKey(type)) {
            return List.of(type + " is no known type");
        }
        return faults(object, TYPES.get(type));
    }

    /** The same for a container that stands in another object, such as a pooler's template. */
    static List<String> containerFaults(JsonNode container) {
        return faults(container, Container.class);
    }

    private static List<String> faults(JsonNode object, Class<?> type) {
        try {
            STRICT.treeToValue(object, type);
            return List.of();
        } catch (JsonProcessingException e) {
            return List.of(e.getOriginalMessage());
        }
    }

    private static void undocumented(JsonNode value, String path, JsonNode documented, List<String> unknown) {
        if (value.isArray()) {
            value.forEach(element -> undocumented(element, path, documented, unknown));
        } else if (value.isObject() && !isListed(documented, path + ".*")) {
            value.properties()
                    .forEach(field -> undocumented(
                            field.getValue(),
                            path.isEmpty() ? field.getKey() : path + "." + field.getKey(),
                            documented,
                            unknown));
        } else if (!value.isObject() && !isListed(documented, path)) {
            unknown.add(path + " is no documented field");
        }
    }

    private static boolean isListed(JsonNode documented, String path) {
        return List.of("apiVersion", "kind", "metadata.name", "metadata.namespace", "metadata.labels.*")
                        .contains(path)
                || Rendered.each(documented).anyMatch(field -> field.asText().equals(path));
    }

    private static JsonNode documented() {
        try (InputStream fields = KubernetesModel.class.getResourceAsStream("/documented-fields.yaml")) {
            return Manifests.documents(new String(fields.readAllBytes(), StandardCharsets.UTF_8))
                    .get(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
