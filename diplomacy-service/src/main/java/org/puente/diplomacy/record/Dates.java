package org.puente.diplomacy.record;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;

/** Dates of this service lie between the years 1500 and 2999, so that a slip of the pen is noticed. */
public final class Dates extends StdDeserializer<LocalDate> {

    private static final long serialVersionUID = 1L;

    Dates() {
        super(LocalDate.class);
    }

    /** Whether this service keeps such a date. */
    public static boolean known(LocalDate date) {
        return date.getYear() >= 1500 && date.getYear() < 3000;
    }

    @Override
    public LocalDate deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            return (LocalDate) context.handleUnexpectedToken(LocalDate.class, parser);
        }
        try {
            LocalDate date = LocalDate.parse(parser.getText());
            if (known(date)) {
                return date;
            }
        } catch (DateTimeException e) {
            return strange(parser, context);
        }
        return strange(parser, context);
    }

    private static LocalDate strange(JsonParser parser, DeserializationContext context) throws IOException {
        return (LocalDate) context.handleWeirdStringValue(LocalDate.class, parser.getText(), "not a date");
    }
}
