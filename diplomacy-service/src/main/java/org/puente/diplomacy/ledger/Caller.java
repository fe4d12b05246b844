package org.puente.diplomacy.ledger;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;

/** Who sends the request, by their token. */
@RequestScoped
public class Caller {

    /** Writes drafts. */
    public static final String EDITOR = "diplomacy-editor";
    /** Reviews and publishes what others wrote, and assesses commitments. */
    public static final String REVIEWER = "diplomacy-reviewer";
    /** May do what both may. */
    public static final String ADMIN = "admin";

    private final SecurityIdentity identity;

    Caller(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** The name under which the caller's work is kept. */
    public String name() {
        return identity.getPrincipal().getName();
    }

    /** Whether the caller reads drafts as well. */
    public boolean worksOnDrafts() {
        return !identity.isAnonymous()
                && (identity.hasRole(EDITOR) || identity.hasRole(REVIEWER) || identity.hasRole(ADMIN));
    }
}
