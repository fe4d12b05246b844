package org.puente.diplomacy.reference;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** What the reference data said when it was last loaded. */
@ApplicationScoped
class Loads implements PanacheRepositoryBase<Loads.Load, Long> {

    /** The digest of the document that was last loaded for a subject. */
    @Entity(name = "ReferenceLoad")
    @Table(name = "reference_load")
    static class Load {

        @Id
        @Column(name = "subject_id")
        private Long subjectId;

        @Column(nullable = false)
        private String digest;

        protected Load() {}

        Load(Long subjectId, String digest) {
            this.subjectId = subjectId;
            this.digest = digest;
        }
    }

    String digestOf(long subjectId) {
        Load load = findById(subjectId);
        return load == null ? null : load.digest;
    }

    void remember(long subjectId, String digest) {
        Load load = findById(subjectId);
        if (load == null) {
            persist(new Load(subjectId, digest));
        } else {
            load.digest = digest;
        }
    }
}
