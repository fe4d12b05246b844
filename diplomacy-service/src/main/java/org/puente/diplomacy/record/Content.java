package org.puente.diplomacy.record;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * What one version of a record says: the document that is written, validated, stored and compared. Its implementations
 * are records whose components are the fields of the JSON; the methods here tell what is derived from them.
 */
public interface Content extends Written {

    /** The readable name in addresses: kebab-case, or an ISO 3166-1 alpha-3 code for a state. */
    String slug();

    /** The id that the record has in the facts it was taken from, or null. */
    String reference();

    /** The name that is shown wherever the record is linked. */
    String heading();

    /** The same in Spanish, or null. */
    default String headingEs() {
        return null;
    }

    /** Further English text that a search should find; blanks and nulls are left out. */
    default List<String> english() {
        return List.of();
    }

    /** Further Spanish text that a search should find. */
    default List<String> spanish() {
        return List.of();
    }

    /** Every record that this one refers to. */
    List<Link> links();

    /** Coded properties that lists filter by, each as {@code name:value}. */
    default Set<String> labels() {
        return Set.of();
    }

    /** The first day it is about, or null where it has none. */
    default LocalDate firstDay() {
        return null;
    }

    /** The last day it is about, null where it is open or has none. */
    default LocalDate lastDay() {
        return firstDay();
    }

    /** Its status on every day of its life, where it has one. */
    default List<StatusSpan> statuses() {
        return List.of();
    }

    /** What it adds to the timeline. */
    default List<TimelineEntry> timeline() {
        return List.of();
    }
}
