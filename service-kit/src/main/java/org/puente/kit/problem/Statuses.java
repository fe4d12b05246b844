package org.puente.kit.problem;

import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Failures that REST itself raises: no such path, method or media type. */
final class Statuses {

    private Statuses() {}

    static Outcome of(WebApplicationException failure, String path) {
        int status = failure.getResponse().getStatus();
        if (status >= 500 && status != 503) {
            return Outcome.unexpected(failure, path);
        }
        Map<String, String> headers = new TreeMap<>();
        for (String name : List.of(HttpHeaders.ALLOW, HttpHeaders.RETRY_AFTER, HttpHeaders.WWW_AUTHENTICATE)) {
            String value = failure.getResponse().getHeaderString(name);
            if (value != null) {
                headers.put(name, value);
            }
        }
        return new Outcome(status, detail(status, failure, path), List.of(), Map.of(), headers);
    }

    private static String detail(int status, WebApplicationException failure, String path) {
        return switch (status) {
            case 404 ->
                failure instanceof NotFoundException && failure.getCause() == null
                        ? "There is nothing at " + path
                        : "A part of the path can't be read" + howDaysAreWritten(failure);
            case 405 -> "This method isn't possible at " + path;
            case 406 -> "None of the media types in Accept can be given";
            case 415 -> "A body of this media type can't be read";
            case 413 -> "The body is larger than this service accepts";
            default -> ownWords(failure);
        };
    }

    /** Empty where what can't be read was not meant to be a day. */
    static String howDaysAreWritten(WebApplicationException failure) {
        return failure.getCause() instanceof DateTimeParseException ? ": a day is written 2023-12-28" : "";
    }

    /** REST's own messages start with "HTTP 400"; whatever else stands there was written by us. */
    private static String ownWords(WebApplicationException failure) {
        String message = failure.getMessage();
        return message == null || message.startsWith("HTTP ") ? "The request can't be read" : message;
    }
}
