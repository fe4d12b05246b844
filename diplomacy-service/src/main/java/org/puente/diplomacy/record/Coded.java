package org.puente.diplomacy.record;

import java.util.Locale;

/** A value of a fixed list, written in JSON and in the database as its name in kebab-case. */
public interface Coded {

    /** The name of the constant. */
    String name();

    /** The word that stands in JSON and in the database. */
    default String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
