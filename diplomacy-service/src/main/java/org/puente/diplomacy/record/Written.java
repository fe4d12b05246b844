package org.puente.diplomacy.record;

/** The body of a write: read strictly, checked against its own rules before anything else happens. */
public interface Written {

    /** Adds every broken rule that spans several fields; single fields may still be null. */
    default void check(Violations violations) {}
}
