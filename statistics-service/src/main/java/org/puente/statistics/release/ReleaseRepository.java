package org.puente.statistics.release;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.hibernate.jpa.HibernateHints;

/** Releases in the database. */
@ApplicationScoped
public class ReleaseRepository implements PanacheRepositoryBase<StoredRelease, Integer> {

    /** A number under which a release may put its cells before it is stored itself. */
    public int nextNumber() {
        return ((Number) getEntityManager()
                        .createNativeQuery(
                                "select nextval(pg_get_serial_sequence('release', 'release_no'))", Long.class)
                        .getSingleResult())
                .intValue();
    }

    public Optional<StoredRelease> byId(String id) {
        return find("id = ?1", id).singleResultOptional();
    }

    /** The release that has this content and isn't withdrawn. */
    public Optional<StoredRelease> byContent(String contentSha256) {
        return find("contentSha256 = ?1 and withdrawnAt is null", contentSha256).singleResultOptional();
    }

    /** All that serve views, to be read only. */
    public List<StoredRelease> standing() {
        return find("withdrawnAt is null")
                .withHint(HibernateHints.HINT_READ_ONLY, true)
                .list();
    }

    List<StoredRelease> byIds(List<String> ids) {
        return find("id in ?1", ids).list();
    }

    /** That name, or with a number added to it where another release, withdrawn by now, has it. */
    public String freeId(String id) {
        String free = id;
        for (int twin = 2; count("id", free) > 0; twin++) {
            free = id + "-" + twin;
        }
        return free;
    }
}
