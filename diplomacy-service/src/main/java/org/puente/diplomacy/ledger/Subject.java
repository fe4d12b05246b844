package org.puente.diplomacy.ledger;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import org.puente.diplomacy.record.Kind;

/** The identity of a record: its kind and slug, which never change. */
@Entity
@Table(name = "subject")
class Subject {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "subject_seq")
    @SequenceGenerator(name = "subject_seq", allocationSize = 50)
    private Long id;

    @Column(nullable = false, updatable = false)
    private Kind kind;

    @Column(nullable = false, updatable = false)
    private String slug;

    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;

    protected Subject() {}

    Long id() {
        return id;
    }

    Kind kind() {
        return kind;
    }

    String slug() {
        return slug;
    }
}
