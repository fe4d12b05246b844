package org.puente.gateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The document of a service as a client of the gateway sees it: paths under the gateway's prefix, and names of components
 * and operations that can't clash with those of the other service.
 */
final class GatewayView {

    private static final String REFERENCE = "#/components/";

    private final ObjectNode document;
    private final String prefix;
    private final Set<String> shared;
    private final Set<String> ids = new HashSet<>();

    /** @param shared names of schemas that all services have in common, which stay as they are */
    private GatewayView(ObjectNode document, String prefix, Set<String> shared) {
        this.document = document;
        this.prefix = prefix;
        this.shared = shared;
    }

    static ObjectNode of(String service, ObjectNode document, Set<String> shared) {
        return new GatewayView(document.deepCopy(), upper(service), shared).build();
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
            path.getValue()
                    .properties()
                    .forEach(operation -> ownId(operation.getKey(), path.getKey(), operation.getValue()));
            paths.set("/api" + path.getKey(), path.getValue());
        });
        document.set("paths", paths);
        return document;
    }

    /** Two resources may have methods of the same name; the second gets its id from method and path. */
    private void ownId(String method, String path, JsonNode operation) {
        if (operation instanceof ObjectNode object && object.has("operationId")) {
            String id = object.get("operationId").asText();
            String unique = ids.add(id) ? id : method + words(path);
            object.put("operationId", lower(prefix) + upper(unique));
        }
    }

    /** {@code /v1/agreements/{slug}/history} in one word: {@code AgreementsSlugHistory}. */
    private static String words(String path) {
        return Arrays.stream(path.replaceFirst("^/v1", "").split("[^A-Za-z0-9]+"))
                .filter(word -> !word.isEmpty())
                .map(GatewayView::upper)
                .collect(Collectors.joining());
    }

    private static String upper(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    private static String lower(String word) {
        return Character.toLowerCase(word.charAt(0)) + word.substring(1);
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
