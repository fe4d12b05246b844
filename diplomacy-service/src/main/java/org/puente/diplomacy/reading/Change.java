package org.puente.diplomacy.reading;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A field that differs between two versions.
 *
 * @param field a JSON Pointer (RFC 6901) into the document
 */
@Schema(description = "A field that differs between two versions")
public record Change(
        @Schema(required = true, description = "A JSON Pointer into the document", examples = "/actions/1/date")
        String field,

        @Schema(description = "The value before, of whatever type; null where there was none")
        Object before,

        @Schema(description = "The value after, of whatever type; null where there is none")
        Object after) {

    /** Every field that differs, none where there is nothing to compare with. */
    static List<Change> between(JsonNode before, JsonNode after) {
        List<Change> changes = new ArrayList<>();
        if (before != null) {
            compare("", before, after, changes);
        }
        return changes;
    }

    private static void compare(String at, JsonNode before, JsonNode after, List<Change> changes) {
        if (before.equals(after)) {
            return;
        }
        if (before.isObject() && after.isObject()) {
            TreeSet<String> names = new TreeSet<>();
            before.fieldNames().forEachRemaining(names::add);
            after.fieldNames().forEachRemaining(names::add);
            names.forEach(name -> compare(
                    at + "/" + name.replace("~", "~0").replace("/", "~1"),
                    value(before.get(name)),
                    value(after.get(name)),
                    changes));
        } else if (before.isArray() && after.isArray()) {
            for (int i = 0; i < Math.max(before.size(), after.size()); i++) {
                compare(at + "/" + i, value(before.get(i)), value(after.get(i)), changes);
            }
        } else {
            changes.add(new Change(at, before, after));
        }
    }

    private static JsonNode value(JsonNode node) {
        return node == null ? NullNode.getInstance() : node;
    }
}
