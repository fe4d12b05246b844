package org.puente.kit.problem;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Broken constraints, each named by its place in the request rather than in our code. */
final class Violations {

    private Violations() {}

    /** Null where an answer of ours breaks a constraint: that is no fault of the client. */
    static Outcome of(ConstraintViolationException broken) {
        boolean ours = broken.getConstraintViolations().stream().anyMatch(Violations::isOurs);
        if (ours) {
            return null;
        }
        List<Violation> violations = broken.getConstraintViolations().stream()
                .map(violation -> new Violation(place(violation.getPropertyPath()), violation.getMessage()))
                .sorted(Comparator.comparing(Violation::field).thenComparing(Violation::reason))
                .toList();
        String detail = violations.stream()
                .map(violation -> violation.field() + ": " + violation.reason())
                .collect(Collectors.joining("; "));
        return new Outcome(400, detail, violations, Map.of(), Map.of());
    }

    private static boolean isOurs(ConstraintViolation<?> violation) {
        for (Path.Node node : violation.getPropertyPath()) {
            if (node.getKind() == ElementKind.RETURN_VALUE) {
                return true;
            }
        }
        return false;
    }

    /** {@code create.agreement.title} is the body's {@code title}; {@code list.limit} is the parameter {@code limit}. */
    private static String place(Path path) {
        String parameter = "";
        StringBuilder inside = new StringBuilder();
        for (Path.Node node : path) {
            switch (node.getKind()) {
                case METHOD, CONSTRUCTOR, CROSS_PARAMETER -> {}
                case PARAMETER -> parameter = node.getName();
                default -> append(inside, node);
            }
        }
        return inside.isEmpty() ? parameter : inside.toString();
    }

    private static void append(StringBuilder inside, Path.Node node) {
        if (node.isInIterable()) {
            Object at = node.getIndex() != null ? node.getIndex() : node.getKey();
            inside.append('[').append(at == null ? "" : at).append(']');
        }
        boolean named = node.getKind() == ElementKind.PROPERTY;
        if (named) {
            inside.append(inside.isEmpty() ? "" : ".").append(node.getName());
        }
    }
}
