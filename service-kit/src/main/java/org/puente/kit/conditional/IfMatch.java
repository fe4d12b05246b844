package org.puente.kit.conditional;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.puente.kit.problem.Refusal;

/**
 * The versions that a client says it knows (RFC 9110 section 13.1.1). A weak tag names none, since a change needs the very
 * version that was read.
 *
 * @param tags entity tags without their quotes; {@code *} stands for whatever there is
 */
public record IfMatch(List<String> tags) {

    /** @throws Refusal where the header is missing, so that nobody's work is overwritten unseen */
    public static IfMatch of(String header) {
        if (header == null || header.isBlank()) {
            throw new Refusal(
                    Refusal.Kind.PRECONDITION_MISSING,
                    "If-Match: is missing; send the ETag of the version that you change, so that nobody's work is lost");
        }
        return new IfMatch(Arrays.stream(header.split(","))
                .map(String::strip)
                .filter(tag -> tag.equals("*") || tag.matches("\"[^\"]+\""))
                .map(tag -> tag.replace("\"", ""))
                .toList());
    }

    /**
     * Refuses as stale what isn't one of these versions.
     *
     * @param present whether a tag is one of the present version
     * @param since   what has happened since, in words
     */
    public void demand(Predicate<String> present, String since) {
        if (tags.stream().noneMatch(tag -> tag.equals("*") || present.test(tag))) {
            throw new Refusal(Refusal.Kind.STALE, since);
        }
    }
}
