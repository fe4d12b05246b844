package org.puente.kit.problem;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A request that can't be fulfilled for a reason its sender can act on. Domain code throws it, or a subclass of its own,
 * without knowing HTTP; {@link Problems} holds the one table from {@link Kind} to status.
 */
public class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why a request is refused. */
    public enum Kind {
        /** The request is malformed, or names a parameter or code that doesn't exist. */
        INVALID,
        /** The sender is known, but may not do this. */
        FORBIDDEN,
        /** What the request names doesn't exist. */
        UNKNOWN,
        /** The request contradicts the present state. */
        CONFLICT,
        /** The client's copy of what it wants to change is out of date. */
        STALE,
        /** A change was sent without saying which version it changes. */
        PRECONDITION_MISSING,
        /** The request is well-formed, but its content breaks a rule. */
        UNPROCESSABLE,
        /** The request, or what it unpacks to, is larger than this service accepts. */
        TOO_LARGE,
        /** The body of the request arrives too slowly. */
        TOO_SLOW,
        /** There is no room left to keep what was sent. */
        NO_SPACE,
        /** The service can't answer now, but will. */
        UNAVAILABLE,
        /** A service behind this one gave no usable answer. */
        UPSTREAM_FAILED,
        /** A service behind this one didn't answer in time. */
        UPSTREAM_LATE
    }

    private final Kind kind;
    private final transient List<Violation> violations;
    private final transient Map<String, Object> extensions = new LinkedHashMap<>();

    public Refusal(Kind kind, String detail) {
        this(kind, detail, List.of());
    }

    public Refusal(Kind kind, String detail, List<Violation> violations) {
        super(detail);
        this.kind = kind;
        this.violations = List.copyOf(violations);
    }

    /** A single parameter or field that is wrong. */
    public static Refusal invalid(String field, String reason) {
        return new Refusal(Kind.INVALID, field + ": " + reason, List.of(new Violation(field, reason)));
    }

    /** Nothing of this kind has this name. */
    public static Refusal unknown(String what, String name) {
        return new Refusal(Kind.UNKNOWN, "There is no " + what + " '" + name + "'");
    }

    /** Adds a member to the problem object, such as a list of valid values. */
    public Refusal with(String name, Object value) {
        extensions.put(name, value);
        return this;
    }

    public Kind kind() {
        return kind;
    }

    public List<Violation> violations() {
        return violations;
    }

    public Map<String, Object> extensions() {
        return Collections.unmodifiableMap(extensions);
    }
}
