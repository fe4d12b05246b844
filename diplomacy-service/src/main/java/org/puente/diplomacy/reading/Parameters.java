package org.puente.diplomacy.reading;

import jakarta.ws.rs.core.MultivaluedMap;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import org.puente.diplomacy.record.Dates;
import org.puente.kit.problem.Refusal;

/** Reads query parameters, and refuses what can't be meant. */
public final class Parameters {

    static final int DEFAULT_LIMIT = 50;
    private static final int MOST_VALUES = 50;

    private Parameters() {}

    /** A page size, the default where it isn't given. */
    public static int limit(String text, int max) {
        if (text == null) {
            return Math.min(DEFAULT_LIMIT, max);
        }
        if (text.matches("\\d{1,6}") && Integer.parseInt(text) >= 1 && Integer.parseInt(text) <= max) {
            return Integer.parseInt(text);
        }
        throw Refusal.invalid("limit", "must be a number from 1 to " + max);
    }

    /** The values of a parameter, each of which must be one of the valid ones; none where it isn't given. */
    public static List<String> coded(String name, List<String> valid, MultivaluedMap<String, String> parameters) {
        List<String> values = parameters.containsKey(name) ? values(name, parameters) : List.of();
        for (String value : values) {
            if (!valid.contains(value)) {
                throw Refusal.invalid(
                                name, "'" + value + "' is not known; valid values are " + String.join(", ", valid))
                        .with("validValues", valid);
            }
        }
        return values;
    }

    /** The values between the commas of a parameter that is given. */
    public static List<String> values(String name, MultivaluedMap<String, String> parameters) {
        List<String> values = parameters.get(name).stream()
                .flatMap(text -> Arrays.stream(text.split(",", -1)))
                .map(String::strip)
                .toList();
        if (values.stream().anyMatch(value -> value.isEmpty() || value.length() > 120)) {
            throw Refusal.invalid(name, "needs a value between its commas, of at most 120 characters");
        }
        if (values.size() > MOST_VALUES) {
            throw Refusal.invalid(name, "takes at most " + MOST_VALUES + " values");
        }
        return values;
    }

    /** Reads a date parameter between the years 1500 and 2999, or null. */
    public static LocalDate date(String name, String text) {
        if (text == null) {
            return null;
        }
        try {
            LocalDate date = LocalDate.parse(text);
            if (Dates.known(date)) {
                return date;
            }
        } catch (DateTimeParseException e) {
            throw Refusal.invalid(name, "'" + text + "' is not a date such as 2023-12-27");
        }
        throw Refusal.invalid(name, "'" + text + "' is outside of the years 1500 to 2999");
    }
}
