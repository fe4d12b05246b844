package org.puente.kit.query;

import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/** Days in parameters have years of four digits: one can always go a few months or years on from them. */
@Provider
public class Days implements ParamConverterProvider {

    private static final int FIRST_YEAR = 1000;
    private static final int LAST_YEAR = 8999;

    @Override
    @SuppressWarnings("unchecked")
    public <T> ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
        return type == LocalDate.class ? (ParamConverter<T>) new Day() : null;
    }

    private static final class Day implements ParamConverter<LocalDate> {

        @Override
        public LocalDate fromString(String text) {
            LocalDate day = LocalDate.parse(text);
            if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
                throw new DateTimeParseException(
                        "'%s' has no year from %d to %d".formatted(text, FIRST_YEAR, LAST_YEAR), text, 0);
            }
            return day;
        }

        @Override
        public String toString(LocalDate day) {
            return day.toString();
        }
    }
}
