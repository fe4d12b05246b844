package org.puente.diplomacy.record;

/** A document that is headed by its title, in English and perhaps in Spanish. */
public interface Titled extends Content {

    String title();

    String titleEs();

    @Override
    default String heading() {
        return title();
    }

    @Override
    default String headingEs() {
        return titleEs();
    }
}
