package org.puente.gateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The document of a service as a client of the gateway sees it: paths under the gateway's prefix, and names of components
 * and operations that can't clash with those of the other service.
 */
final class GatewayView {

    private static final String REFERENCE = "#/components/";

    private final ObjectNode document;
    private final String prefix;
    private final Set<String> shared;

    /** @param shared names of schemas that all services have in common, which stay as they are */
    private GatewayView(ObjectNode document, String prefix, Set<String> shared) {
        this.document = document;
        this.prefix = prefix;
        this.shared = shared;
    }

    static ObjectNode of(String service, ObjectNode document, Set<String> shared) {
        String prefix = Character.toUpperCase(service.charAt(0)) + service.substring(1);
        return new GatewayView(document.deepCopy(), prefix, shared).build();
    }

    private ObjectNode build() {
        document.remove(List.of("servers", "info"));
        rewrite(document);
        ObjectNode components = document.withObject("/components");
        names(components).stream()
                .filter(kind -> !kind.equals("securitySchemes"))
                .forEach(kind -> components.set(kind, renamed((ObjectNode) components.get(kind))));
        ObjectNode paths = document.objectNode();
        document.path("paths").properties().forEach(path -> {
            path.getValue().properties().forEach(operation -> ownId(operation.getValue()));
            paths.set("/api" + path.getKey(), path.getValue());
        });
        document.set("paths", paths);
        return document;
    }

    private void ownId(JsonNode operation) {
        if (operation instanceof ObjectNode object && object.has("operationId")) {
            String id = object.get("operationId").asText();
            object.put("operationId", prefix.toLowerCase() + Character.toUpperCase(id.charAt(0)) + id.substring(1));
        }
    }

    private ObjectNode renamed(ObjectNode kind) {
        ObjectNode renamed = kind.objectNode();
        kind.properties().forEach(entry -> renamed.set(name(entry.getKey()), entry.getValue()));
        return renamed;
    }

    private String name(String own) {
        return shared.contains(own) ? own : prefix + own;
    }

    private void rewrite(JsonNode node) {
        if (node instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> field : List.copyOf(object.properties())) {
                if (field.getValue() instanceof TextNode text && text.asText().startsWith(REFERENCE)) {
                    object.put(field.getKey(), reference(text.asText()));
                } else {
                    rewrite(field.getValue());
                }
            }
        } else if (node instanceof ArrayNode array) {
            array.forEach(this::rewrite);
        }
    }

    private String reference(String own) {
        int name = own.lastIndexOf('/') + 1;
        return own.startsWith(REFERENCE + "securitySchemes/")
                ? own
                : own.substring(0, name) + name(own.substring(name));
    }

    private static List<String> names(ObjectNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
