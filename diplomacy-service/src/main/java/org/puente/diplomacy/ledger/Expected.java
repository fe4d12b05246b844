package org.puente.diplomacy.ledger;

import java.util.regex.Pattern;
import org.puente.kit.problem.Refusal;

/**
 * The versions that an {@code If-Match} header accepts. The entity tags of records start with the number of the version,
 * {@code "3-…"}: what follows tells representations of one version apart, and doesn't matter for a change.
 */
public record Expected(String ifMatch) {

    private static final Pattern TAG = Pattern.compile("\"(\\d+)(-[0-9a-f]+)?\"");

    void check(Version newest) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new Refusal(
                    Refusal.Kind.PRECONDITION_MISSING,
                    "Send If-Match with the ETag of the version that you change, so that nobody's work is lost");
        }
        boolean matches = ifMatch.strip().equals("*")
                || TAG.matcher(ifMatch).results().anyMatch(tag -> tag.group(1).equals(String.valueOf(newest.number())));
        if (!matches) {
            throw new Refusal(
                    Refusal.Kind.STALE,
                    "The record has changed since: its newest version is " + newest.number() + ", by "
                            + newest.author());
        }
    }
}
