package org.puente.diplomacy.reading;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.puente.diplomacy.reading.Ref.PartyRef;

/** The visible records that one version is linked to, by the name of the field that shows them. */
public final class Linked {

    /** One linked record; the edition stands only where it shall be shown whole. */
    record Target(String slug, String heading, Edition edition) {}

    private final Map<String, List<Target>> byName;
    private final Function<Edition, Object> view;

    Linked(Map<String, List<Target>> byName, Function<Edition, Object> view) {
        this.byName = byName;
        this.view = view;
    }

    /** Every record linked under this name, in the order of the document, or of their dates for links back. */
    public List<Ref> all(String name) {
        return targets(name).map(this::ref).toList();
    }

    /** The one record linked under this name, or null. */
    public Ref one(String name) {
        return targets(name).findFirst().map(this::ref).orElse(null);
    }

    /** Every party linked under this name. */
    public List<PartyRef> parties(String name) {
        return all(name).stream().map(PartyRef::of).toList();
    }

    /** The one party linked under this name, or null. */
    public PartyRef party(String name) {
        return PartyRef.of(one(name));
    }

    /** The record with this slug under this name, or null where it can't be seen. */
    public Ref named(String name, String slug) {
        return targets(name)
                .filter(target -> target.slug().equals(slug))
                .findFirst()
                .map(this::ref)
                .orElse(null);
    }

    /** The editions under a name that is always shown whole. */
    public Stream<Edition> editions(String name) {
        return targets(name).map(Target::edition);
    }

    private Stream<Target> targets(String name) {
        return byName.getOrDefault(name, List.of()).stream();
    }

    private Ref ref(Target target) {
        return new Ref(target.slug(), target.heading(), target.edition() == null ? null : view.apply(target.edition()));
    }
}
