package org.puente.diplomacy.record;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;

/** Notes a fault and goes on, so that one answer can name all of them. */
final class FaultCollector extends DeserializationProblemHandler {

    /** The attribute of a reader that holds the {@link Violations} to add to. */
    static final String FAULTS = "faults";

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
        JsonStreamContext context = parser.getParsingContext();
        boolean entered = parser.currentToken() != null && parser.currentToken().isStructStart();
        String pointer =
                (entered ? context.getParent() : context).pathAsPointer().toString();
        String path =
                pointer.replaceAll("/(\\d+)(?=/|$)", "[$1]").replace('/', '.').replaceFirst("^\\.+", "");
        return path.isEmpty() ? "body" : path;
    }

    /** What a value of this type looks like, in words. */
    static String expected(Class<?> target) {
        if (target.isEnum()) {
            return "one of "
                    + Arrays.toString(target.getEnumConstants())
                            .replaceAll("[\\[\\]]", "")
                            .toLowerCase(Locale.ROOT)
                            .replace('_', '-');
        }
        if (LocalDate.class.isAssignableFrom(target)) {
            return "a date such as 2023-12-27, of the years 1500 to 2999";
        }
        if (target == Integer.class) {
            return "a whole number";
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
