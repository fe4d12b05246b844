package org.puente.kit.problem;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.time.temporal.Temporal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** JSON that doesn't parse or doesn't fit. Jackson's own messages name classes, so each is put into words anew. */
final class JsonFaults {

    private static final Pattern MISSING = Pattern.compile("Missing (?:required )?creator property '([^']+)'");

    private JsonFaults() {}

    /** Null where our own types, not the client's JSON, are at fault. */
    static Outcome of(JsonProcessingException failure) {
        if (failure instanceof JsonParseException) {
            return refused("body", "is not JSON at " + place(failure.getLocation()));
        }
        if (failure instanceof StreamConstraintsException) {
            return refused("body", "is nested too deeply, or holds a value that is too long");
        }
        if (failure instanceof InvalidDefinitionException || !(failure instanceof JsonMappingException mapping)) {
            return null;
        }
        boolean wordsOfACause =
                mapping.getCause() instanceof Refusal || mapping.getCause() instanceof JsonParseException;
        if (wordsOfACause) {
            return null;
        }
        String field = path(mapping);
        if (mapping instanceof UnrecognizedPropertyException unknown) {
            String known = unknown.getKnownPropertyIds().stream()
                    .map(String::valueOf)
                    .sorted()
                    .collect(Collectors.joining(", "));
            return refused(field, "is not known; known here are " + known);
        }
        return ofValue(mapping, field);
    }

    private static Outcome ofValue(JsonMappingException mapping, String field) {
        if (mapping instanceof WholeText.BrokenText) {
            return refused(field, WholeText.BROKEN);
        }
        if (mapping instanceof InvalidFormatException format) {
            return refused(field, "'" + format.getValue() + "' is not " + expected(format.getTargetType()));
        }
        if (mapping instanceof ValueInstantiationException
                && mapping.getCause() instanceof IllegalArgumentException own) {
            return refused(field, own.getMessage() == null ? "is not valid" : own.getMessage());
        }
        String message = String.valueOf(mapping.getOriginalMessage());
        Matcher missing = MISSING.matcher(message);
        if (missing.find()) {
            return refused(field.equals("body") ? missing.group(1) : field, "is missing");
        }
        if (message.startsWith("No content to map")) {
            return refused("body", "is empty; JSON was expected");
        }
        if (mapping instanceof MismatchedInputException mismatch) {
            return refused(field, "must be " + expected(mismatch.getTargetType()));
        }
        return mapping.getCause() == null ? refused(field, "can't be read") : null;
    }

    private static Outcome refused(String field, String reason) {
        return new Outcome(400, field + ": " + reason, List.of(new Violation(field, reason)), Map.of(), Map.of());
    }

    private static String expected(Class<?> type) {
        if (type == null) {
            return "of this shape";
        }
        if (type.isEnum()) {
            return "one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(String::valueOf)
                            .collect(Collectors.joining(", "));
        }
        if (Temporal.class.isAssignableFrom(type)) {
            return "a date or time in ISO 8601";
        }
        if (type == String.class || type == Character.class) {
            return "text";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            return "a number";
        }
        return Iterable.class.isAssignableFrom(type) || type.isArray() ? "a list" : "an object of the documented shape";
    }

    private static String path(JsonMappingException mapping) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference step : mapping.getPath()) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return path.isEmpty() ? "body" : path.toString();
    }

    private static String place(JsonLocation at) {
        return at == null ? "its start" : "line " + at.getLineNr() + ", column " + at.getColumnNr();
    }
}
