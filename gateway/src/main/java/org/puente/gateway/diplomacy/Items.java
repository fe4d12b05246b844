package org.puente.gateway.diplomacy;

import java.util.List;

/** The fields of a list that are read; a type of its own for each kind of item, as JSON needs to know it. */
public interface Items<T> {

    List<T> items();

    long total();
}
