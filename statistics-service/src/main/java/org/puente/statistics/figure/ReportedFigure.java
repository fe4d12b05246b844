package org.puente.statistics.figure;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;
import java.util.List;
import java.util.Optional;

/** A figure in the ledger. What it says stands in its versions, of which the last one holds. */
@Entity
@Table(name = "figure")
class ReportedFigure extends PanacheEntityBase {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(updatable = false)
    private String slug;

    @Column(updatable = false)
    private String reference;

    private int version;

    protected ReportedFigure() {}

    /** @param reference its id in the reference data, null for a figure that an editor enters */
    ReportedFigure(String slug, String reference) {
        this.slug = slug;
        this.reference = reference;
    }

    static Optional<ReportedFigure> bySlug(String slug) {
        return find("slug", slug).firstResultOptional();
    }

    /** For a change: others that want to change it wait until this transaction ends. */
    static Optional<ReportedFigure> bySlugForChange(String slug) {
        return find("slug", slug).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
    }

    static Optional<ReportedFigure> byReference(String reference) {
        return find("reference", reference)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /** Counts one version further. @return its number */
    int next() {
        return ++version;
    }

    FigureVersion current() {
        return FigureVersion.find("figure = ?1 and number = ?2", this, version).singleResult();
    }

    /** The newest first. */
    List<FigureVersion> history() {
        return FigureVersion.list("figure = ?1 order by number desc", this);
    }

    Long id() {
        return id;
    }

    String slug() {
        return slug;
    }

    String reference() {
        return reference;
    }

    int version() {
        return version;
    }
}
