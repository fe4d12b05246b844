package org.puente.diplomacy.reading;

import org.puente.diplomacy.record.Content;
import org.puente.diplomacy.record.Kind;

/**
 * How records of one kind are read.
 *
 * @param <C> what their versions say
 * @param <V> how they are shown
 */
public interface RecordType<C extends Content, V> {

    /** The kind. */
    Kind kind();

    /** The class of the documents. */
    Class<C> content();

    /** Shows one version. */
    V view(Seen<C> seen);

    /**
     * A version as it is seen.
     *
     * @param content what it says
     * @param linked  the visible records it is linked to
     */
    record Seen<C extends Content>(Edition edition, C content, Linked linked, Lens lens) {

        /** Which version it is. */
        public Editorial editorial() {
            return Editorial.of(edition, lens);
        }
    }
}
