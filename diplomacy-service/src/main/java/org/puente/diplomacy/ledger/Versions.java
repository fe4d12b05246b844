package org.puente.diplomacy.ledger;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.puente.diplomacy.record.Kind;
import org.puente.diplomacy.record.Link;

/** Subjects and their versions. */
@ApplicationScoped
public class Versions implements PanacheRepository<Version> {

    private final EntityManager entities;

    Versions(EntityManager entities) {
        this.entities = entities;
    }

    /** Every version of a subject, the oldest first. */
    public List<Version> history(Kind kind, String slug) {
        return list("kind = ?1 and slug = ?2 order by number", kind, slug);
    }

    /** The newest version, whoever may see it. */
    public Optional<Version> newest(Kind kind, String slug) {
        return find("kind = ?1 and slug = ?2 and recordedTo is null", kind, slug)
                .firstResultOptional();
    }

    Optional<Version> newest(Subject subject) {
        return find("subjectId = ?1 and recordedTo is null", subject.id()).firstResultOptional();
    }

    Optional<Version> nowPublic(Subject subject) {
        return find("subjectId = ?1 and publicFrom is not null and publicTo is null", subject.id())
                .firstResultOptional();
    }

    /** The version that the public reads. */
    public Optional<Version> nowPublic(Kind kind, String slug) {
        return find("kind = ?1 and slug = ?2 and publicFrom is not null and publicTo is null", kind, slug)
                .firstResultOptional();
    }

    /** How many versions of other records refer to a record in this role. */
    public long countOfLinks(Kind kind, String slug, String role) {
        return (Long) entities.createNativeQuery("""
                        select count(*) from link l join subject s on s.id = l.target_id
                         where s.kind = :kind and s.slug = :slug and l.role = :role
                        """, Long.class)
                .setParameter("kind", kind.code())
                .setParameter("slug", slug)
                .setParameter("role", role)
                .getSingleResult();
    }

    /**
     * Takes the subject for this transaction, so that changes of one record come one after the other; others may go on
     * linking to it.
     */
    Optional<Subject> lock(Kind kind, String slug) {
        List<?> found = entities.createNativeQuery(
                        "select * from subject where kind = :kind and slug = :slug for no key update", Subject.class)
                .setParameter("kind", kind.code())
                .setParameter("slug", slug)
                .getResultList();
        return found.stream().map(Subject.class::cast).findFirst();
    }

    /** Takes a slug; false where it is taken. Waits for another transaction that is about to take it. */
    boolean take(Kind kind, String slug, Instant at) {
        return entities.createNativeQuery("""
                                insert into subject (id, kind, slug, created_at)
                                values (nextval('subject_seq'), :kind, :slug, :at) on conflict do nothing
                                """)
                        .setParameter("kind", kind.code())
                        .setParameter("slug", slug)
                        .setParameter("at", at)
                        .executeUpdate()
                == 1;
    }

    /** The subjects that links refer to; those that don't exist are left out. */
    Map<Link, Long> targets(Collection<Link> links) {
        if (links.isEmpty()) {
            return Map.of();
        }
        Map<String, Long> known = entities.createQuery("from Subject where slug in :slugs", Subject.class)
                .setParameter("slugs", links.stream().map(Link::slug).distinct().toList())
                .getResultStream()
                .collect(Collectors.toMap(subject -> subject.kind() + "/" + subject.slug(), Subject::id));
        return links.stream()
                .distinct()
                .filter(link -> known.containsKey(link.kind() + "/" + link.slug()))
                .collect(Collectors.toMap(link -> link, link -> known.get(link.kind() + "/" + link.slug())));
    }

    /** Those links of a version whose target the public can't see. */
    List<String> linksToDrafts(Version version) {
        List<?> found = entities.createNativeQuery("""
                        select distinct l.role || ': ' || s.slug from link l join subject s on s.id = l.target_id
                         where l.version_id = :version and not exists (
                             select from version v where v.subject_id = l.target_id
                                and v.public_from is not null and v.public_to is null)
                         order by 1
                        """, String.class)
                .setParameter("version", version.id())
                .getResultList();
        return found.stream().map(String.class::cast).toList();
    }

    /** What the public reads that refers to a subject. */
    List<String> publicLinksTo(Subject subject) {
        List<?> found = entities.createNativeQuery("""
                        select distinct v.kind || ' ' || v.slug from link l
                          join version v on v.id = l.version_id and v.public_from is not null and v.public_to is null
                         where l.target_id = :subject and v.subject_id <> :subject order by 1 limit 20
                        """, String.class)
                .setParameter("subject", subject.id())
                .getResultList();
        return found.stream().map(String.class::cast).toList();
    }

    /** Whether following links of this role from a subject leads back to it. */
    boolean leadsBack(long subjectId, String role) {
        return (Boolean) entities.createNativeQuery("""
                        with recursive reached (id) as (
                            select l.target_id from link l join version v on v.id = l.version_id
                             where v.subject_id = :subject and v.recorded_to is null and l.role = :role
                            union
                            select l.target_id from reached r
                              join version v on v.subject_id = r.id and v.recorded_to is null
                              join link l on l.version_id = v.id and l.role = :role)
                        select exists (select from reached where id = :subject)
                        """, Boolean.class)
                .setParameter("subject", subjectId)
                .setParameter("role", role)
                .getSingleResult();
    }

    /** Lets one transaction at a time do what the name says, over all replicas. */
    public void oneAtATime(String what) {
        entities.createNativeQuery("select 1 from pg_advisory_xact_lock(hashtext(:what))", Integer.class)
                .setParameter("what", what)
                .getSingleResult();
    }
}
