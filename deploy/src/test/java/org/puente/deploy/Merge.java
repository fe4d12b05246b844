package org.puente.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** As much of Kubernetes' strategic merge as the base's own patches use: maps merge, lists of named things merge by name. */
final class Merge {

    private Merge() {}

    static void into(ObjectNode target, ObjectNode patch) {
        for (Map.Entry<String, JsonNode> field : patch.properties()) {
            JsonNode present = target.get(field.getKey());
            if (present instanceof ObjectNode map && field.getValue() instanceof ObjectNode change) {
                into(map, change);
            } else if (present instanceof ArrayNode list
                    && isNamed(list)
                    && field.getValue() instanceof ArrayNode changes) {
                changes.forEach(change -> into(list, (ObjectNode) change));
            } else {
                target.set(field.getKey(), field.getValue().deepCopy());
            }
        }
    }

    private static void into(ArrayNode list, ObjectNode change) {
        for (JsonNode present : list) {
            if (present.path("name").equals(change.path("name"))) {
                into((ObjectNode) present, change);
                return;
            }
        }
        list.add(change.deepCopy());
    }

    private static boolean isNamed(ArrayNode list) {
        return list.path(0).has("name");
    }
}
