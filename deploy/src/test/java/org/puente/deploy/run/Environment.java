package org.puente.deploy.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import org.puente.deploy.Rendered;

/** What a container finds in its environment: its ConfigMaps in their order, then its own variables, as the kubelet does it. */
final class Environment {

    private Environment() {}

    static Map<String, String> of(Rendered rendered, String service, String container, Map<String, String> secrets) {
        Map<String, String> environment = new HashMap<>();
        JsonNode manifest = Rendered.containers(
                        rendered.find("Deployment", service).orElseThrow())
                .filter(candidate -> candidate.path("name").asText().equals(container))
                .findFirst()
                .orElseThrow();
        Rendered.each(manifest.path("envFrom"))
                .map(source -> source.at("/configMapRef/name").asText())
                .flatMap(map -> rendered.find("ConfigMap", map).orElseThrow().path("data").properties().stream())
                .forEach(entry ->
                        environment.put(entry.getKey(), entry.getValue().asText()));
        Rendered.each(manifest.path("env")).forEach(variable -> {
            JsonNode key = variable.at("/valueFrom/secretKeyRef");
            environment.put(
                    variable.path("name").asText(),
                    secrets.get(
                            key.path("name").asText() + "/" + key.path("key").asText()));
        });
        return environment;
    }
}
