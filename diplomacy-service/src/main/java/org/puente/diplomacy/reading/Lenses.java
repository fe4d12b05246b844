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
        LocalDate day = on == null ? LocalDate.now(clock.withZone(ZoneOffset.UTC)) : Parameters.date("on", on);
        return new Lens(caller.worksOnDrafts(), asOf == null ? null : moment(asOf), day);
    }

    private static Instant moment(String text) {
        if (text.length() == 10) {
            return Parameters.date("asOf", text)
                    .plusDays(1)
                    .atStartOfDay(ZoneOffset.UTC)
                    .toInstant()
                    .minusNanos(1000);
        }
        try {
            Instant moment = OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
            Parameters.date("asOf", LocalDate.ofInstant(moment, ZoneOffset.UTC).toString());
            return moment;
        } catch (DateTimeParseException e) {
            throw Refusal.invalid(
                    "asOf",
                    "'" + text + "' is neither a date such as 2023-12-27 nor a moment such as 2023-12-27T18:00:00Z");
        }
    }
}
