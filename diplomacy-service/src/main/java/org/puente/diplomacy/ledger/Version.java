package org.puente.diplomacy.ledger;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.hibernate.annotations.ColumnTransformer;
import org.puente.diplomacy.record.Content;
import org.puente.diplomacy.record.Kind;
import org.puente.diplomacy.record.StatusSpan;
import org.puente.diplomacy.record.TimelineEntry;

/** One version of what is said about a subject. Its document never changes; its state and the ends of its clocks do. */
@Entity
@Table(name = "version")
public class Version {

    /** What has no date stands after everything that has one. */
    private static final LocalDate UNDATED = LocalDate.of(9999, 12, 31);

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "version_seq")
    @SequenceGenerator(name = "version_seq", allocationSize = 50)
    private Long id;

    @Column(name = "subject_id", nullable = false, updatable = false)
    private long subjectId;

    @Column(nullable = false, updatable = false)
    private Kind kind;

    @Column(nullable = false, updatable = false)
    private String slug;

    @Column(nullable = false, updatable = false)
    private int number;

    @Column(nullable = false)
    private State state;

    @Column(nullable = false, updatable = false)
    private String author;

    @Column(name = "recorded_from", nullable = false, updatable = false)
    private Instant recordedFrom;

    @Column(name = "recorded_to")
    private Instant recordedTo;

    private String reviewer;

    @Column(name = "reviewed_at")
    private Instant reviewedAt;

    private String publisher;

    @Column(name = "public_from")
    private Instant publicFrom;

    @Column(name = "public_to")
    private Instant publicTo;

    @Column(updatable = false)
    private String reason;

    @Column(nullable = false, updatable = false)
    private String heading;

    @Column(name = "heading_es", updatable = false)
    private String headingEs;

    @Column(name = "body_en", nullable = false, updatable = false)
    private String bodyEn;

    @Column(name = "body_es", nullable = false, updatable = false)
    private String bodyEs;

    @Column(name = "sort_heading", nullable = false, updatable = false)
    private String sortHeading;

    @Column(name = "first_day", nullable = false, updatable = false)
    private LocalDate firstDay;

    @Column(name = "last_day", updatable = false)
    private LocalDate lastDay;

    @Column(nullable = false, updatable = false, columnDefinition = "text[]")
    private String[] facets;

    @Column(nullable = false, updatable = false, columnDefinition = "jsonb")
    @ColumnTransformer(write = "?::jsonb")
    private String document;

    @ElementCollection
    @CollectionTable(name = "link", joinColumns = @JoinColumn(name = "version_id"))
    private List<LinkRow> links = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "status_span", joinColumns = @JoinColumn(name = "version_id"))
    private List<StatusSpan> statuses = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "timeline_entry", joinColumns = @JoinColumn(name = "version_id"))
    @OrderColumn(name = "ordinal")
    private List<TimelineEntry> timeline = new ArrayList<>();

    protected Version() {}

    Version(Subject subject, int number, Content content, String document, String author, String reason, Instant at) {
        this.subjectId = subject.id();
        this.kind = subject.kind();
        this.slug = subject.slug();
        this.number = number;
        this.state = State.DRAFT;
        this.author = author;
        this.reason = reason;
        this.recordedFrom = at;
        this.document = document;
        this.heading = content.heading();
        this.headingEs = content.headingEs();
        this.bodyEn = Derived.text(content.english());
        this.bodyEs = Derived.text(content.spanish());
        this.sortHeading = Derived.sortable(content.heading());
        this.firstDay = Objects.requireNonNullElse(content.firstDay(), UNDATED);
        this.lastDay = content.lastDay();
        this.facets = Derived.facets(kind, content);
        this.statuses.addAll(content.statuses());
        this.timeline.addAll(content.timeline());
        String[] concerns = Derived.concerns(content);
        this.timeline.forEach(entry -> entry.concern(concerns));
    }

    void link(String role, int ordinal, long target) {
        links.add(new LinkRow(role, ordinal, target));
    }

    /** A reviewer vouches for a draft; who wrote it can't. */
    void review(String by, Instant at) {
        require(state == State.DRAFT, "Only a draft can be reviewed; this version is " + state.code());
        requireOtherThanAuthor(by);
        state = State.REVIEWED;
        reviewer = by;
        reviewedAt = at;
    }

    /** A reviewed version becomes public, in place of the earlier public one, if there is one. */
    void publish(String by, Version replaced, Instant at) {
        require(state == State.REVIEWED, "Only a reviewed version can be published; this one is " + state.code());
        requireOtherThanAuthor(by);
        goPublic(by, replaced, at);
    }

    /** Makes a version public that needs no second pair of eyes: the reference data, or a signed assessment. */
    void publishAtOnce(Version replaced, Instant at) {
        require(state == State.DRAFT, "Only a draft can be published");
        goPublic(author, replaced, at);
    }

    void giveWayTo(Instant newer) {
        recordedTo = newer;
    }

    private void goPublic(String by, Version replaced, Instant at) {
        state = replaced == null ? State.PUBLISHED : State.CORRECTED;
        publisher = by;
        publicFrom = at;
        if (replaced != null) {
            replaced.publicTo = at;
        }
    }

    private void require(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalMove(rule);
        }
    }

    private void requireOtherThanAuthor(String by) {
        if (author.equals(by)) {
            throw new NotTheAuthor();
        }
    }

    /** The state that the version had at a moment, or has now where that is null. */
    public State stateAt(Instant moment) {
        if (moment == null || (publicFrom != null && !publicFrom.isAfter(moment))) {
            return state;
        }
        return reviewedAt != null && !reviewedAt.isAfter(moment) ? State.REVIEWED : State.DRAFT;
    }

    public Long id() {
        return id;
    }

    public long subjectId() {
        return subjectId;
    }

    public Kind kind() {
        return kind;
    }

    public String slug() {
        return slug;
    }

    public int number() {
        return number;
    }

    public State state() {
        return state;
    }

    public String author() {
        return author;
    }

    public Instant recordedFrom() {
        return recordedFrom;
    }

    public Instant recordedTo() {
        return recordedTo;
    }

    public String reviewer() {
        return reviewer;
    }

    public Instant reviewedAt() {
        return reviewedAt;
    }

    public String publisher() {
        return publisher;
    }

    public Instant publicFrom() {
        return publicFrom;
    }

    public Instant publicTo() {
        return publicTo;
    }

    public String reason() {
        return reason;
    }

    public String heading() {
        return heading;
    }

    public String sortHeading() {
        return sortHeading;
    }

    public LocalDate firstDay() {
        return firstDay;
    }

    public String document() {
        return document;
    }
}
