package org.puente.diplomacy.record;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import org.puente.kit.problem.Refusal;
import org.puente.kit.problem.WholeText;

/** Documents as JSON: read strictly from clients, with every fault named at once, and leniently from the database. */
@Singleton
public class Documents {

    private static final int MOST_FAULTS = 100;

    private final JsonMapper stored = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_EMPTY, JsonInclude.Include.NON_EMPTY))
            .build();

    private final JsonMapper strict = JsonMapper.builder()
            .addModule(new JavaTimeModule().addDeserializer(LocalDate.class, new Dates()))
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .addHandler(new FaultCollector())
            .withCoercionConfig(
                    LogicalType.Textual, config -> config.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            .build();

    /** Reads what a client sent; faults of fields are added to the violations, text that isn't JSON is refused. */
    public <C> C read(InputStream json, Class<C> type, Violations violations) {
        JsonNode tree;
        try {
            tree = strict.readTree(json);
        } catch (JsonProcessingException e) {
            throw new Refusal(Refusal.Kind.INVALID, "The body is not JSON" + positionOf(e));
        } catch (IOException e) {
            throw new Refusal(Refusal.Kind.INVALID, "The body could not be read");
        }
        if (tree == null || !tree.isObject()) {
            throw new Refusal(Refusal.Kind.INVALID, "The body must be a JSON object");
        }
        Violations broken = new Violations();
        findBrokenText("", tree, broken);
        if (!broken.isEmpty()) {
            throw new Refusal(Refusal.Kind.INVALID, broken.toString(), broken.found());
        }
        return read(tree, type, violations);
    }

    private static void findBrokenText(String at, JsonNode node, Violations broken) {
        broken.require(!node.isTextual() || WholeText.isWhole(node.textValue()), at, WholeText.BROKEN);
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            findBrokenText(at + "[" + i + "]", node.get(i), broken);
        }
        node.properties().forEach(field -> {
            String name = at.isEmpty() ? field.getKey() : at + "." + field.getKey();
            broken.require(WholeText.isWhole(field.getKey()), name, WholeText.BROKEN);
            findBrokenText(name, field.getValue(), broken);
        });
    }

    /**
     * Reads a document as strictly as a client's. A value that can't be read at all is taken out and reading starts anew,
     * so that one answer can name every fault.
     */
    public <C> C read(JsonNode document, Class<C> type, Violations violations) {
        JsonNode tree = document.deepCopy();
        for (int left = MOST_FAULTS; ; left--) {
            Violations faults = new Violations();
            try {
                C content = strict.readerFor(type)
                        .withAttribute(FaultCollector.FAULTS, faults)
                        .readValue(tree);
                violations.addAll(faults);
                return content;
            } catch (JsonMappingException e) {
                boolean removed = remove(tree, e.getPath());
                violations.add(pathOf(e.getPath()), "must be " + expected(e));
                if (!removed || left == 0) {
                    violations.refuse();
                }
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static boolean remove(JsonNode tree, List<JsonMappingException.Reference> path) {
        JsonNode parent = tree;
        for (int i = 0; i < path.size() - 1 && parent != null; i++) {
            JsonMappingException.Reference step = path.get(i);
            parent = step.getFieldName() == null ? parent.get(step.getIndex()) : parent.get(step.getFieldName());
        }
        if (parent == null || path.isEmpty()) {
            return false;
        }
        JsonMappingException.Reference last = path.get(path.size() - 1);
        if (parent instanceof ObjectNode object) {
            return object.remove(last.getFieldName()) != null;
        }
        // What follows keeps its place, and so its name in further faults.
        return parent instanceof ArrayNode array
                && !array.set(last.getIndex(), NullNode.getInstance()).isNull();
    }

    private static String pathOf(List<JsonMappingException.Reference> path) {
        StringBuilder field = new StringBuilder();
        for (JsonMappingException.Reference step : path) {
            if (step.getFieldName() == null) {
                field.append('[').append(step.getIndex()).append(']');
            } else {
                field.append(field.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return field.isEmpty() ? "body" : field.toString();
    }

    private static String expected(JsonMappingException e) {
        return e instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null
                ? FaultCollector.expected(mismatch.getTargetType())
                : "of the documented shape";
    }

    /** Reads what this class printed. */
    public <C> C stored(String document, Class<C> type) {
        try {
            return stored.readValue(document, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored document is not a " + type.getSimpleName(), e);
        }
    }

    /** Reads what this class printed, as a tree. */
    public JsonNode tree(String document) {
        try {
            return stored.readTree(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored document is not JSON", e);
        }
    }

    /** Prints a document so that equal content gives equal text: sorted fields, nothing empty. */
    public String print(Object content) {
        try {
            return stored.writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String positionOf(JsonProcessingException e) {
        return e.getLocation() == null
                ? ""
                : ": it stops making sense at line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr();
    }
}
