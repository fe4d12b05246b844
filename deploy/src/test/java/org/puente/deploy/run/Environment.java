package org.puente.deploy.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.puente.deploy.Rendered;

/** What a container finds in its environment, with its secrets, as the kubelet does it. */
final class Environment {

    private Environment() {}

    static Map<String, String> of(Rendered rendered, String service, String container, Map<String, String> secrets) {
        JsonNode manifest = Rendered.containers(
                        rendered.find("Deployment", service).orElseThrow())
                .filter(candidate -> candidate.path("name").asText().equals(container))
                .findFirst()
                .orElseThrow();
        Map<String, String> environment = rendered.settings(manifest);
        Rendered.each(manifest.path("env"))
                .filter(variable -> variable.has("valueFrom"))
                .forEach(variable -> {
                    JsonNode key = variable.at("/valueFrom/secretKeyRef");
                    environment.put(
                            variable.path("name").asText(),
                            secrets.get(key.path("name").asText() + "/"
                                    + key.path("key").asText()));
                });
        return environment;
    }
}
