package org.puente.diplomacy.record;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.puente.kit.problem.Refusal;

/** Documents as JSON: read strictly from clients, with every fault named at once, and leniently from the database. */
@Singleton
public class Documents {

    private static final String FAULTS = "faults";

    private final JsonMapper stored = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .defaultPropertyInclusion(com.fasterxml.jackson.annotation.JsonInclude.Value.construct(
                    com.fasterxml.jackson.annotation.JsonInclude.Include.NON_EMPTY,
                    com.fasterxml.jackson.annotation.JsonInclude.Include.NON_EMPTY))
            .build();

    private final JsonMapper strict = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .addHandler(new FaultCollector())
            .withCoercionConfig(
                    LogicalType.Textual, config -> config.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            .build();

    /** Reads what a client sent; faults of fields are added to the violations, text that isn't JSON is refused. */
    public <C> C read(InputStream json, Class<C> type, Violations violations) {
        try {
            C content = strict.readerFor(type).withAttribute(FAULTS, violations).readValue(json);
            if (content == null) {
                throw new Refusal(Refusal.Kind.INVALID, "The body is empty; expected a JSON object");
            }
            return content;
        } catch (JsonProcessingException e) {
            throw new Refusal(Refusal.Kind.INVALID, "The body is not a JSON object" + positionOf(e));
        } catch (IOException e) {
            throw new Refusal(Refusal.Kind.INVALID, "The body could not be read");
        }
    }

    /** Reads a document of the reference data, as strictly as a client's. */
    public <C> C read(JsonNode tree, Class<C> type, Violations violations) {
        try {
            return strict.readerFor(type).withAttribute(FAULTS, violations).readValue(tree);
        } catch (IOException e) {
            throw new IllegalArgumentException("Not a " + type.getSimpleName() + ": " + tree, e);
        }
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

    /** Notes a fault and goes on, so that one answer can name all of them. */
    private static final class FaultCollector extends DeserializationProblemHandler {

        @Override
        public boolean handleUnknownProperty(
                DeserializationContext context,
                JsonParser parser,
                JsonDeserializer<?> deserializer,
                Object bean,
                String name)
                throws IOException {
            add(context, parser, "is not a field of this document");
            parser.skipChildren();
            return true;
        }

        @Override
        public Object handleWeirdStringValue(
                DeserializationContext context, Class<?> target, String value, String message) {
            add(context, context.getParser(), "'" + value + "' is not " + expected(target));
            return null;
        }

        @Override
        public Object handleWeirdNumberValue(
                DeserializationContext context, Class<?> target, Number value, String message) {
            add(context, context.getParser(), value + " is not " + expected(target));
            return null;
        }

        @Override
        public Object handleUnexpectedToken(
                DeserializationContext context, JavaType target, JsonToken token, JsonParser parser, String message)
                throws IOException {
            add(context, parser, "must be " + expected(target.getRawClass()));
            parser.skipChildren();
            return null;
        }

        private static void add(DeserializationContext context, JsonParser parser, String reason) {
            Violations violations = (Violations) context.getAttribute(FAULTS);
            violations.add(pathOf(parser), reason);
        }

        private static String pathOf(JsonParser parser) {
            String pointer = parser.getParsingContext().pathAsPointer().toString();
            String path = pointer.replaceAll("/(\\d+)(?=/|$)", "[$1]")
                    .replace('/', '.')
                    .replaceFirst("^\\.", "");
            return path.isEmpty() ? "body" : path;
        }

        private static String expected(Class<?> target) {
            if (target.isEnum()) {
                return "one of "
                        + Arrays.toString(target.getEnumConstants())
                                .replaceAll("[\\[\\]]", "")
                                .toLowerCase(java.util.Locale.ROOT)
                                .replace('_', '-');
            }
            if (java.time.LocalDate.class.isAssignableFrom(target)) {
                return "a date such as 2023-12-27";
            }
            if (Number.class.isAssignableFrom(target)) {
                return "a number";
            }
            if (target == String.class) {
                return "a text";
            }
            return Iterable.class.isAssignableFrom(target) ? "a list" : "an object";
        }
    }
}
