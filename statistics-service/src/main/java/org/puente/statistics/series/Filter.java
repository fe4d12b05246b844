package org.puente.statistics.series;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.puente.statistics.dataset.Code;

/**
 * Which codes of a dimension count: those named, or all but those named. Printed {@code CUB,VEN} or {@code !MEX,GTM}, with
 * the codes sorted.
 */
public record Filter(boolean negated, List<String> codes) {

    public Filter {
        codes = List.copyOf(new TreeSet<>(codes));
        if (codes.isEmpty()) {
            throw new IllegalArgumentException("a filter names at least one code");
        }
    }

    public static Filter of(String... codes) {
        return new Filter(false, List.of(codes));
    }

    /**
     * Reads a list with commas; a {@code !} before it, or before every code, negates all of it.
     *
     * @throws IllegalArgumentException if it is empty, or negates only some of its codes
     */
    static Filter parse(String text) {
        List<String> parts = List.of(text.split(",", -1));
        boolean negated = text.startsWith("!");
        List<String> codes = parts.stream()
                .map(part -> part.startsWith("!") ? part.substring(1) : part)
                .toList();
        if (codes.contains("")) {
            throw new IllegalArgumentException("is a list of codes, such as a,b or !a,b; one of them is empty");
        }
        if (!negated && text.contains("!")) {
            throw new IllegalArgumentException("either names codes or negates them: a ! stands before the first code");
        }
        return new Filter(negated, codes);
    }

    boolean allows(String code) {
        return codes.contains(code) != negated;
    }

    List<Code> allowed(Collection<Code> known) {
        List<Code> allowed = new ArrayList<>();
        for (Code code : known) {
            if (allows(code.code())) {
                allowed.add(code);
            }
        }
        return allowed;
    }

    @Override
    public String toString() {
        return (negated ? "!" : "") + String.join(",", codes);
    }
}
