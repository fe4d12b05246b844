package org.puente.diplomacy.reading;

import jakarta.enterprise.context.RequestScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import org.puente.diplomacy.ledger.Caller;
import org.puente.kit.problem.Refusal;

/** Makes the lens of a request from its caller and its two clocks. */
@RequestScoped
public class Lenses {

    private final Caller caller;
    private final Clock clock;

    Lenses(Caller caller, Clock clock) {
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * A lens on the present where both are null.
     *
     * @param on   a date; today (UTC) where null
     * @param asOf a date, which means its end in UTC, or a moment with an offset
     */
    public Lens of(String on, String asOf) {
        LocalDate day = on == null ? LocalDate.now(clock.withZone(ZoneOffset.UTC)) : date("on", on);
        return new Lens(caller.worksOnDrafts(), asOf == null ? null : moment(asOf), day);
    }

    /** Reads a date parameter between the years 1500 and 2999, or null. */
    public static LocalDate date(String name, String text) {
        if (text == null) {
            return null;
        }
        try {
            LocalDate date = LocalDate.parse(text);
            if (date.getYear() >= 1500 && date.getYear() < 3000) {
                return date;
            }
        } catch (DateTimeParseException e) {
            throw Refusal.invalid(name, "'" + text + "' is not a date such as 2023-12-27");
        }
        throw Refusal.invalid(name, "'" + text + "' is outside of the years 1500 to 2999");
    }

    private static Instant moment(String text) {
        if (text.length() == 10) {
            return date("asOf", text)
                    .plusDays(1)
                    .atStartOfDay(ZoneOffset.UTC)
                    .toInstant()
                    .minusNanos(1000);
        }
        try {
            Instant moment = OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
            date("asOf", LocalDate.ofInstant(moment, ZoneOffset.UTC).toString());
            return moment;
        } catch (DateTimeParseException e) {
            throw Refusal.invalid(
                    "asOf",
                    "'" + text + "' is neither a date such as 2023-12-27 nor a moment such as 2023-12-27T18:00:00Z");
        }
    }
}
