package org.puente.gateway.diplomacy;

import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.puente.gateway.upstream.Endpoint;

/** The fields of a list that are read; a type of its own for each kind of item, as JSON needs to know it. */
public interface Items<T> {

    /** More than these are too many to join. */
    int MOST_PAGES = 5;

    List<T> items();

    long total();

    /** The cursor of the next page; null on the last, and where only one page is ever read. */
    default String next() {
        return null;
    }

    /** Whether this is the whole list. */
    default boolean isWhole() {
        return next() == null;
    }

    /**
     * A list with all of its pages, or with the first {@value #MOST_PAGES} and {@link #isWhole()} false; null where one of
     * them is.
     *
     * @param ask how a page is read, such as {@code fanout::optional}
     */
    static <T, P extends Items<T>> Uni<Items<T>> all(Endpoint.Read<P> first, Function<Endpoint.Read<P>, Uni<P>> ask) {
        return following(first, first, ask, List.of(), 1);
    }

    private static <T, P extends Items<T>> Uni<Items<T>> following(
            Endpoint.Read<P> first,
            Endpoint.Read<P> read,
            Function<Endpoint.Read<P>, Uni<P>> ask,
            List<T> before,
            int pages) {
        return ask.apply(read).flatMap(page -> {
            if (page == null) {
                return Uni.createFrom().nullItem();
            }
            List<T> soFar = new ArrayList<>(before);
            soFar.addAll(page.items());
            return page.isWhole() || pages == MOST_PAGES
                    ? Uni.createFrom().item(new Several<>(soFar, page.total(), page.next()))
                    : following(first, first.with("cursor", page.next()), ask, soFar, pages + 1);
        });
    }

    /** Some pages of a list as one. */
    record Several<T>(List<T> items, long total, String next) implements Items<T> {}
}
