package org.puente.statistics.release;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;

/**
 * When a release was published, as precisely as it is known. Printed {@code 2023-12-22} or {@code 2024-10}.
 *
 * @param first     the day, or the first day of the month
 * @param precision what is known
 */
public record PublicationDate(LocalDate first, Precision precision) {

    /** How precisely a date is known. */
    public enum Precision {
        DAY,
        MONTH
    }

    public PublicationDate {
        if (precision == Precision.MONTH && first.getDayOfMonth() != 1) {
            throw new DateTimeException("a month is kept by its first day");
        }
    }

    public static PublicationDate of(YearMonth month) {
        return new PublicationDate(month.atDay(1), Precision.MONTH);
    }

    /** Reads {@code 2023-12-22} or {@code 2024-10}. @throws DateTimeException for anything else */
    public static PublicationDate parse(String text) {
        return text.length() == 7
                ? of(YearMonth.parse(text))
                : new PublicationDate(LocalDate.parse(text), Precision.DAY);
    }

    /**
     * The first day on which the release was out for certain: of a month that is its last day, so that nothing counts as
     * known before it was.
     */
    public LocalDate knownSince() {
        return precision == Precision.DAY ? first : YearMonth.from(first).atEndOfMonth();
    }

    @Override
    public String toString() {
        return precision == Precision.DAY
                ? first.toString()
                : YearMonth.from(first).toString();
    }
}
