package org.puente.diplomacy.testsupport;

/** Real signed bearer tokens of people with names. */
public final class Tokens {

    private Tokens() {}

    /** A token of an editor of this name. */
    public static String editor(String name) {
        return token(name, "diplomacy-editor");
    }

    /** A token of a reviewer of this name. */
    public static String reviewer(String name) {
        return token(name, "diplomacy-reviewer");
    }

    /** A token of someone with these roles. */
    public static String token(String name, String... roles) {
        return org.puente.identity.Tokens.as(name, roles);
    }
}
