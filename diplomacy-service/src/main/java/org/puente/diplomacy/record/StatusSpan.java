package org.puente.diplomacy.record;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;

/** A record, or one party to it, has a status from a day until another, which is the first day it no longer has it. */
@Embeddable
public class StatusSpan {

    /** Stands for the record as a whole, instead of a party. */
    public static final String WHOLE = "";

    /** The day from which a status counts that a record has before anything happened to it. */
    public static final LocalDate BEGINNING = LocalDate.of(1, 1, 1);

    @Column(nullable = false)
    private String party;

    @Column(nullable = false)
    private String status;

    @Column(name = "from_day", nullable = false)
    private LocalDate from;

    @Column(name = "until_day")
    private LocalDate until;

    protected StatusSpan() {}

    /** Until is null where the status lasts. */
    public StatusSpan(String party, String status, LocalDate from, LocalDate until) {
        this.party = party;
        this.status = status;
        this.from = from;
        this.until = until;
    }

    public String party() {
        return party;
    }

    public String status() {
        return status;
    }

    public LocalDate from() {
        return from;
    }

    public LocalDate until() {
        return until;
    }

    /** Whether the day lies in the span. */
    public boolean covers(LocalDate day) {
        return !day.isBefore(from) && (until == null || day.isBefore(until));
    }
}
