package org.puente.kit.problem;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Failures of libraries that only some services have, known by the names of their classes so that the kit needs none of
 * them.
 */
final class OptionalFailures {

    private static final String FAULT_TOLERANCE = "org.eclipse.microprofile.faulttolerance.exceptions.";

    /** PostgreSQL's codes for text with a NUL, in a column and in JSON, and for numbers and dates out of range. */
    private static final Set<String> UNKEEPABLE = Set.of("22021", "22P05", "22003", "22008");

    private static final String UNIQUE_VIOLATION = "23505";
    private static final String DISK_FULL = "53100";

    private OptionalFailures() {}

    static Outcome of(Throwable cause, boolean guarded, Map<String, String> shortly) {
        if (cause instanceof SQLException sql) {
            return ofDatabase(sql, shortly);
        }
        for (Class<?> type = cause.getClass(); type != Throwable.class; type = type.getSuperclass()) {
            switch (type.getName()) {
                case "jakarta.persistence.OptimisticLockException", "org.hibernate.StaleStateException":
                    return lostUpdate(guarded);
                case FAULT_TOLERANCE + "TimeoutException":
                    return Outcome.of(504, "The answer took too long");
                case FAULT_TOLERANCE + "CircuitBreakerOpenException", FAULT_TOLERANCE + "BulkheadException":
                    return unavailable("Too much is failing or waiting at present", shortly);
                default:
                    break;
            }
        }
        return null;
    }

    private static Outcome lostUpdate(boolean guarded) {
        return guarded
                ? Outcome.of(412, "Someone else has changed this since it was read; read it again")
                : Outcome.of(409, "Someone else changed this at the same moment; read it again");
    }

    private static Outcome ofDatabase(SQLException failure, Map<String, String> shortly) {
        String state = failure.getSQLState();
        boolean poolExhausted = state == null
                && failure.getMessage() != null
                && failure.getMessage().startsWith("Acquisition timeout");
        if (DISK_FULL.equals(state)) {
            return Outcome.of(507, "The database has no space left; nothing was kept of this request");
        }
        if (poolExhausted
                || state != null && (state.startsWith("08") || state.startsWith("53") || state.startsWith("57P"))) {
            return unavailable("The database can't be reached at present", shortly);
        }
        if (state != null && UNKEEPABLE.contains(state)) {
            return Outcome.of(400, "A value can't be kept: it holds a NUL character, or is out of range");
        }
        if (UNIQUE_VIOLATION.equals(state)) {
            return Outcome.of(409, "Someone else entered the same at the same moment");
        }
        if (state != null && state.startsWith("40")) {
            return Outcome.of(409, "Someone else changed this at the same moment; try again");
        }
        return null;
    }

    private static Outcome unavailable(String detail, Map<String, String> shortly) {
        return new Outcome(503, detail, List.of(), Map.of(), shortly);
    }
}
