package org.puente.statistics.figure;

import jakarta.ws.rs.core.EntityTag;
import java.util.Arrays;
import java.util.List;
import org.puente.kit.conditional.Conditional;
import org.puente.kit.problem.Refusal;

/** The versions of a figure that a client says it knows, as {@code If-Match} has them (RFC 9110 section 13.1.1). */
record KnownVersion(List<String> tags) {

    /** @throws Refusal where the header is missing */
    static KnownVersion of(String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new Refusal(
                    Refusal.Kind.PRECONDITION_MISSING,
                    "If-Match: is missing; send the ETag of the figure that you want to change");
        }
        return new KnownVersion(
                Arrays.stream(ifMatch.split(",")).map(String::trim).toList());
    }

    /** @throws Refusal as stale where the figure isn't one of these versions */
    void demand(ReportedFigure figure) {
        String tag = '"' + tag(figure.slug(), figure.version()).getValue() + '"';
        if (!tags.contains("*") && !tags.contains(tag)) {
            throw new Refusal(
                    Refusal.Kind.STALE,
                    "The figure '" + figure.slug() + "' was changed since; its version is now " + figure.version());
        }
    }

    static EntityTag tag(String slug, int version) {
        return Conditional.tagOf(slug + "/" + version);
    }
}
