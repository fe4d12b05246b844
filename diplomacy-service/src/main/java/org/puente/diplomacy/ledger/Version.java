package org.puente.diplomacy.ledger;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.ColumnTransformer;
import org.puente.diplomacy.record.Kind;
import org.puente.kit.conditional.IfMatch;

/** One version of what is said about a subject. Its document never changes; its state and the ends of its clocks do. */
@Entity
@Table(name = "version")
public class Version {

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

    @Column(name = "withdrawn_by")
    private String withdrawnBy;

    @Column(name = "withdrawal_reason")
    private String withdrawalReason;

    @Column(updatable = false)
    private String reason;

    @Column(nullable = false, updatable = false, columnDefinition = "jsonb")
    @ColumnTransformer(write = "?::jsonb")
    private String document;

    @Embedded
    private Derived derived;

    protected Version() {}

    Version(Subject subject, int number, Derived derived, String document, String author, String reason, Instant at) {
        this.subjectId = subject.id();
        this.kind = subject.kind();
        this.slug = subject.slug();
        this.number = number;
        this.state = State.DRAFT;
        this.author = author;
        this.reason = reason;
        this.recordedFrom = at;
        this.document = document;
        this.derived = derived;
    }

    /** Refuses a client that hasn't seen this version. The entity tags of records start with their number: {@code "3-…"}. */
    void demandKnown(IfMatch known) {
        known.demand(
                tag -> tag.split("-", 2)[0].equals(String.valueOf(number)),
                "The record has changed since: its newest version is " + number + ", by " + author);
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

    /** What was wrong altogether is no longer public; no other version takes its place. */
    void withdraw(String by, String why, Instant at) {
        publicTo = at;
        withdrawnBy = by;
        withdrawalReason = why;
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

    public String withdrawnBy() {
        return withdrawnBy;
    }

    public String withdrawalReason() {
        return withdrawalReason;
    }

    public String document() {
        return document;
    }
}
