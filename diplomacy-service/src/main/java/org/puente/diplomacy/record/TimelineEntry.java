package org.puente.diplomacy.record;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import java.util.List;

/** Something that happened on a day, as the timeline shows it. */
@Embeddable
public class TimelineEntry {

    @Column(nullable = false)
    private String kind;

    @Column(nullable = false)
    private LocalDate day;

    @Column(name = "day_precision", nullable = false)
    private String precision;

    @Column(nullable = false)
    private boolean lasts;

    @Column(name = "until_day")
    private LocalDate until;

    @Column(nullable = false)
    private String heading;

    @Column(nullable = false, columnDefinition = "text[]")
    private String[] facets = {};

    @Column(nullable = false, columnDefinition = "text[]")
    private String[] sources = {};

    protected TimelineEntry() {}

    /** A moment, until {@link #lasting} says otherwise. The sources are slugs. */
    public TimelineEntry(String kind, LocalDate day, Precision precision, String heading, List<String> sources) {
        this.kind = kind;
        this.day = day;
        this.precision = Precision.orDay(precision).code();
        this.heading = heading;
        this.sources = sources == null ? new String[0] : sources.toArray(String[]::new);
    }

    /**
     * Says that something began that stays in effect.
     *
     * @param firstDayWithout the first day on which it no longer was; null while it lasts
     */
    public TimelineEntry lasting(LocalDate firstDayWithout) {
        lasts = true;
        until = firstDayWithout;
        return this;
    }

    /** Says which parties, officials and topics the record is about, each as {@code kind:slug}. */
    public void concern(String[] facetsOfRecord) {
        facets = facetsOfRecord;
    }
}
