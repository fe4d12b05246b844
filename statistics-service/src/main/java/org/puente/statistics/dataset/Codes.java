package org.puente.statistics.dataset;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The codes of one dataset at one moment; immutable. An ordinal is the position of its code in the dimension's list. */
public final class Codes {

    private final Map<Dimension, List<Code>> byOrdinal = new EnumMap<>(Dimension.class);
    private final Map<Dimension, List<Code>> alphabetical = new EnumMap<>(Dimension.class);
    private final Map<Dimension, Map<String, Code>> byCode = new EnumMap<>(Dimension.class);

    public Codes(Map<Dimension, List<Code>> codes) {
        codes.forEach((dimension, list) -> {
            byOrdinal.put(dimension, List.copyOf(list));
            alphabetical.put(
                    dimension,
                    list.stream().sorted(Comparator.comparing(Code::code)).toList());
            Map<String, Code> index = new HashMap<>();
            for (Code code : list) {
                if (code.ordinal() != index.size() || index.put(code.code(), code) != null) {
                    throw new IllegalStateException(
                            "codes of " + dimension.code() + " have a gap or a twin at " + code);
                }
            }
            byCode.put(dimension, index);
        });
    }

    /** In order of their ordinals; empty for a dimension that has no code yet. */
    public List<Code> of(Dimension dimension) {
        return byOrdinal.getOrDefault(dimension, List.of());
    }

    /** In order of their texts, which never changes, unlike ordinals from one database to another. */
    public List<Code> alphabetical(Dimension dimension) {
        return alphabetical.getOrDefault(dimension, List.of());
    }

    public Optional<Code> find(Dimension dimension, String code) {
        return Optional.ofNullable(byCode.getOrDefault(dimension, Map.of()).get(code));
    }
}
