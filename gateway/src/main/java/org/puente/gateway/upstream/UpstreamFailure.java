package org.puente.gateway.upstream;

import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.puente.kit.problem.Refusal;

/** A service that gave no usable answer. Its message never names an address. */
public final class UpstreamFailure extends Refusal {

    private static final long serialVersionUID = 1L;

    private final String upstream;
    private final String reason;
    private final String code;
    private final boolean blames;
    private final boolean retryable;

    private UpstreamFailure(Kind kind, String upstream, String code, String reason, boolean blames, boolean retryable) {
        super(kind, upstream + " " + reason);
        this.upstream = upstream;
        this.code = code;
        this.reason = reason;
        this.blames = blames;
        this.retryable = retryable;
        with("upstream", upstream);
    }

    /** @param safe whether the call may be repeated */
    static UpstreamFailure of(String upstream, Throwable cause, boolean safe) {
        if (cause instanceof UpstreamFailure known) {
            return known;
        }
        if (cause instanceof TimeoutException) {
            return tooLate(upstream);
        }
        if (cause instanceof CircuitBreakerOpenException) {
            return new UpstreamFailure(
                    Kind.UNAVAILABLE,
                    upstream,
                    "left-alone",
                    "has failed too often and is left alone for a moment",
                    false,
                    false);
        }
        if (cause instanceof BulkheadException) {
            return new UpstreamFailure(
                    Kind.UNAVAILABLE, upstream, "busy", "has too many calls under way", false, false);
        }
        return new UpstreamFailure(Kind.UPSTREAM_FAILED, upstream, "unreachable", "can't be reached", true, safe);
    }

    static UpstreamFailure tooLate(String upstream) {
        return new UpstreamFailure(Kind.UPSTREAM_LATE, upstream, "late", "did not answer in time", true, false);
    }

    static UpstreamFailure garbage(String upstream) {
        return new UpstreamFailure(
                Kind.UPSTREAM_FAILED,
                upstream,
                "unreadable",
                "answered with something that can't be read",
                true,
                false);
    }

    static UpstreamFailure status(String upstream, int status) {
        Kind kind = status == 503 ? Kind.UNAVAILABLE : status == 504 ? Kind.UPSTREAM_LATE : Kind.UPSTREAM_FAILED;
        return new UpstreamFailure(kind, upstream, "failed", "answered with status " + status, false, false);
    }

    /** The client went away, which is nobody's failure. */
    static UpstreamFailure abandoned(String upstream) {
        return new UpstreamFailure(
                Kind.UPSTREAM_FAILED, upstream, "abandoned", "was no longer waited for", false, false);
    }

    public String upstream() {
        return upstream;
    }

    /** Why, without the name of the service. */
    public String reason() {
        return reason;
    }

    /** The reason for a program. */
    String code() {
        return code;
    }

    boolean blamesUpstream() {
        return blames;
    }

    boolean retryable() {
        return retryable;
    }
}
