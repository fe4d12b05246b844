package org.puente.diplomacy.record;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.puente.kit.problem.Refusal;
import org.puente.kit.problem.Violation;

/** Collects everything that is wrong with a document, so that its author learns all of it at once. */
public final class Violations {

    private final List<Violation> found = new ArrayList<>();

    /** Adds one. */
    public void add(String field, String reason) {
        found.add(new Violation(field, reason));
    }

    void addAll(Violations others) {
        found.addAll(others.found);
    }

    /** Adds one where the condition doesn't hold. */
    public void require(boolean holds, String field, String reason) {
        if (!holds) {
            add(field, reason);
        }
    }

    /** Requires that the second date is not before the first, where both are given. */
    public void inOrder(LocalDate first, LocalDate second, String field, String firstField) {
        require(
                first == null || second == null || !second.isBefore(first),
                field,
                "must not be before " + firstField + " (" + first + ")");
    }

    Set<String> fields() {
        return found.stream().map(Violation::field).collect(Collectors.toSet());
    }

    List<Violation> found() {
        return List.copyOf(found);
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** Throws a refusal that names every violation, where there is one. */
    public void refuse() {
        if (!found.isEmpty()) {
            throw new Refusal(
                    Refusal.Kind.UNPROCESSABLE,
                    found.size() == 1 ? "One field breaks a rule" : found.size() + " fields break a rule",
                    found);
        }
    }

    @Override
    public String toString() {
        return found.stream()
                .map(violation -> violation.field() + " " + violation.reason())
                .collect(Collectors.joining("; "));
    }
}
