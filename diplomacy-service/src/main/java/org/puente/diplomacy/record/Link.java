package org.puente.diplomacy.record;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * One record refers to another.
 *
 * @param role the field that refers
 * @param kind the kind of the record referred to
 */
public record Link(String role, Kind kind, String slug) {

    /** Links of one field that holds a list; a null list has none. */
    public static Stream<Link> all(String role, Kind kind, List<String> slugs) {
        return slugs == null
                ? Stream.empty()
                : slugs.stream().filter(Objects::nonNull).map(slug -> new Link(role, kind, slug));
    }

    /** The link of one field that may be null. */
    public static Stream<Link> one(String role, Kind kind, String slug) {
        return slug == null ? Stream.empty() : Stream.of(new Link(role, kind, slug));
    }
}
