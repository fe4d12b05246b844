package org.puente.kit.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.quarkus.oidc.OIDCException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * What a failure means to the client: the one table from exception to status and problem object, for failures inside and
 * outside of REST alike.
 *
 * @param headers header fields that belong to this status, such as {@code Allow} or {@code Retry-After}
 */
record Outcome(
        int status,
        String detail,
        List<Violation> violations,
        Map<String, Object> extensions,
        Map<String, String> headers) {

    private static final Logger LOG = Logger.getLogger("org.puente.kit.problem");
    private static final Map<String, String> SHORTLY = Map.of("Retry-After", "1");
    private static final int DEEPEST_CAUSE = 12;

    /** @param guarded whether the request carried {@code If-Match}: then a lost update is its client's stale copy */
    static Outcome of(Throwable failure, String path, boolean guarded) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++, cause = cause.getCause()) {
            Outcome outcome = known(cause, path, guarded);
            if (outcome != null) {
                return outcome;
            }
        }
        return failure instanceof WebApplicationException web ? Statuses.of(web, path) : unexpected(failure, path);
    }

    static Outcome of(int status, String detail) {
        return new Outcome(status, detail, List.of(), Map.of(), Map.of());
    }

    private static Outcome known(Throwable cause, String path, boolean guarded) {
        if (cause instanceof Refusal refusal) {
            return of(refusal);
        }
        if (cause instanceof ConstraintViolationException broken) {
            return Violations.of(broken);
        }
        if (cause instanceof JsonProcessingException json) {
            return JsonFaults.of(json);
        }
        if (cause instanceof UnauthorizedException || cause instanceof AuthenticationFailedException) {
            return new Outcome(
                    401, "This needs a valid bearer token", List.of(), Map.of(), Map.of("WWW-Authenticate", "Bearer"));
        }
        if (cause instanceof ForbiddenException) {
            return of(403, "The token is valid, but its roles don't allow this");
        }
        if (cause instanceof OIDCException) {
            return new Outcome(503, "Tokens can't be checked at present", List.of(), Map.of(), SHORTLY);
        }
        Outcome byName = OptionalFailures.of(cause, guarded, SHORTLY);
        if (byName != null) {
            return byName;
        }
        // An exception whose cause says more, such as a parameter that didn't parse, is read from its cause.
        boolean last = cause.getCause() == null;
        return last && cause instanceof WebApplicationException web ? Statuses.of(web, path) : null;
    }

    private static Outcome of(Refusal refusal) {
        int status =
                switch (refusal.kind()) {
                    case INVALID -> 400;
                    case FORBIDDEN -> 403;
                    case UNKNOWN -> 404;
                    case CONFLICT -> 409;
                    case STALE -> 412;
                    case TOO_SLOW -> 408;
                    case TOO_LARGE -> 413;
                    case UNPROCESSABLE -> 422;
                    case PRECONDITION_MISSING -> 428;
                    case UPSTREAM_FAILED -> 502;
                    case UNAVAILABLE -> 503;
                    case UPSTREAM_LATE -> 504;
                    case NO_SPACE -> 507;
                };
        return new Outcome(
                status,
                refusal.getMessage(),
                refusal.violations(),
                refusal.extensions(),
                status == 503 ? SHORTLY : Map.of());
    }

    /** Says nothing about the inside; the id finds the stack trace in the log. */
    static Outcome unexpected(Throwable failure, String path) {
        String id = UUID.randomUUID().toString();
        LOG.errorf(failure, "Unexpected failure %s at %s", id, path);
        return new Outcome(
                500,
                "Something went wrong on our side; the error id finds it in the log",
                List.of(),
                Map.of("errorId", id),
                Map.of());
    }
}
