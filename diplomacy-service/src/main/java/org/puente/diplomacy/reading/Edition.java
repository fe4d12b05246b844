package org.puente.diplomacy.reading;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.hibernate.query.NativeQuery;
import org.puente.diplomacy.ledger.State;
import org.puente.diplomacy.record.Kind;

/** What is read of a version to show it, without what it is found by. */
public record Edition(
        long id,
        long subjectId,
        Kind kind,
        String slug,
        int number,
        State state,
        String reason,
        Instant recordedFrom,
        Instant reviewedAt,
        Instant publicFrom,
        Instant publicTo,
        String withdrawalReason,
        LocalDate firstDay,
        String sortHeading,
        String document) {

    private static final Map<String, Class<?>> COLUMNS = new LinkedHashMap<>();

    static {
        COLUMNS.put("id", Long.class);
        COLUMNS.put("subject_id", Long.class);
        COLUMNS.put("kind", String.class);
        COLUMNS.put("slug", String.class);
        COLUMNS.put("number", Integer.class);
        COLUMNS.put("state", String.class);
        COLUMNS.put("reason", String.class);
        COLUMNS.put("recorded_from", Instant.class);
        COLUMNS.put("reviewed_at", Instant.class);
        COLUMNS.put("public_from", Instant.class);
        COLUMNS.put("public_to", Instant.class);
        COLUMNS.put("withdrawal_reason", String.class);
        COLUMNS.put("first_day", LocalDate.class);
        COLUMNS.put("sort_heading", String.class);
        COLUMNS.put("document", String.class);
    }

    /** The columns of a version under this alias. */
    static String columns(String alias) {
        return COLUMNS.keySet().stream()
                .map(column -> alias + "." + column + " as edition_" + column)
                .collect(Collectors.joining(", "));
    }

    /** Says of what types {@link #columns} are. */
    static <R> NativeQuery<R> typed(NativeQuery<R> query) {
        COLUMNS.forEach((column, type) -> query.addScalar("edition_" + column, type));
        return query;
    }

    /** Reads {@link #columns} from this place of a row on; null where there is no version. */
    static Edition of(Object[] row, int at) {
        return row[at] == null
                ? null
                : new Edition(
                        (Long) row[at],
                        (Long) row[at + 1],
                        Kind.of((String) row[at + 2]).orElseThrow(),
                        (String) row[at + 3],
                        (Integer) row[at + 4],
                        State.of((String) row[at + 5]),
                        (String) row[at + 6],
                        (Instant) row[at + 7],
                        (Instant) row[at + 8],
                        (Instant) row[at + 9],
                        (Instant) row[at + 10],
                        (String) row[at + 11],
                        (LocalDate) row[at + 12],
                        (String) row[at + 13],
                        (String) row[at + 14]);
    }

    /** The state that the version had at a moment, or has now where that is null. */
    State stateAt(Instant moment) {
        if (moment == null || (publicFrom != null && !publicFrom.isAfter(moment))) {
            return state;
        }
        return reviewedAt != null && !reviewedAt.isAfter(moment) ? State.REVIEWED : State.DRAFT;
    }
}
