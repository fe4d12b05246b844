package org.puente.diplomacy.reading;

import jakarta.persistence.Query;
import java.time.Instant;
import java.time.LocalDate;

/**
 * What can be seen: as whom, as of when, and on which day it shall be true.
 *
 * @param working whether the newest versions are seen, drafts included, instead of the public ones
 * @param asOf    the moment whose knowledge is read, or null for the present
 * @param on      the day for which statuses are told
 */
public record Lens(boolean working, Instant asOf, LocalDate on) {

    /** The SQL condition on a version, or on a row derived from it, under this alias. */
    public String sees(String alias) {
        String from = alias + (working ? ".recorded_from" : ".public_from");
        String to = alias + (working ? ".recorded_to" : ".public_to");
        if (asOf == null) {
            return working ? to + " is null" : "(" + from + " is not null and " + to + " is null)";
        }
        return "(" + from + " <= :asOf and (" + to + " is null or " + to + " > :asOf))";
    }

    /** The SQL expression of the editorial state that a version had at that moment. */
    String state(String alias) {
        if (asOf == null) {
            return alias + ".state";
        }
        return """
                case when %1$s.public_from <= :asOf then %1$s.state
                     when %1$s.reviewed_at <= :asOf then 'reviewed' else 'draft' end""".formatted(alias);
    }

    /** Binds what {@link #sees} needs. */
    public <Q extends Query> Q bind(Q query) {
        if (asOf != null) {
            query.setParameter("asOf", asOf);
        }
        return query;
    }
}
