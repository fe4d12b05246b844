package org.puente.statistics.figure.check;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.puente.kit.problem.Refusal;

/**
 * The time that a figure is of, in months or in days as the speaker had it.
 *
 * @param from {@code 2023-11} or {@code 2023-12-01}; null where only the end was said
 * @param to   of the same precision, not before {@code from}
 */
@Schema(name = "SpokenPeriod", description = "The time that a figure is of: two months, or two days, both included")
public record SpokenPeriod(
        @Schema(
                description = "A month or a day; null where only the end was said",
                nullable = true,
                examples = "2023-10")
        String from,

        @Schema(description = "A month or a day, as precise as from", required = true, examples = "2023-11")
        String to) {

    private static final int MOST_MONTHS = 240;

    /** @throws Refusal as invalid */
    public SpokenPeriod {
        if (to == null) {
            throw Refusal.invalid("period", "needs its end: to");
        }
        LocalDate last = last(to);
        if (from != null) {
            if (from.length() != to.length()) {
                throw Refusal.invalid("period", "from and to are both months or both days");
            }
            if (first(from).isAfter(last)) {
                throw Refusal.invalid("period", "from lies after to");
            }
            if (first(from).plusMonths(MOST_MONTHS).isBefore(last)) {
                throw Refusal.invalid("period", "is longer than " + MOST_MONTHS + " months");
            }
        }
    }

    static SpokenPeriod of(YearMonth from, YearMonth to) {
        return new SpokenPeriod(from.toString(), to.toString());
    }

    /** Null where only the end was said. */
    @JsonIgnore
    YearMonth firstMonth() {
        return from == null ? null : YearMonth.from(first(from));
    }

    @JsonIgnore
    YearMonth lastMonth() {
        return YearMonth.from(last(to));
    }

    /** Whether it covers its first and its last month from end to end. */
    @JsonIgnore
    boolean wholeMonths() {
        return (from == null || first(from).getDayOfMonth() == 1)
                && last(to).equals(lastMonth().atEndOfMonth());
    }

    private static LocalDate first(String text) {
        return text.length() == 7 ? month(text).atDay(1) : day(text);
    }

    private static LocalDate last(String text) {
        return text.length() == 7 ? month(text).atEndOfMonth() : day(text);
    }

    private static YearMonth month(String text) {
        try {
            return checked(YearMonth.parse(text));
        } catch (DateTimeException e) {
            throw unreadable(text);
        }
    }

    private static LocalDate day(String text) {
        try {
            LocalDate day = LocalDate.parse(text);
            checked(YearMonth.from(day));
            return day;
        } catch (DateTimeException e) {
            throw unreadable(text);
        }
    }

    private static YearMonth checked(YearMonth month) {
        if (month.getYear() < 1900 || month.getYear() > 2200) {
            throw new DateTimeException("out of range");
        }
        return month;
    }

    private static Refusal unreadable(String text) {
        return Refusal.invalid(
                "period", "'" + text + "' is neither a month such as 2023-11 nor a day such as 2023-12-01");
    }

    @Override
    public String toString() {
        return from == null ? "up to " + to : from.equals(to) ? to : from + " to " + to;
    }
}
