package org.puente.statistics.cbp;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.puente.statistics.dataset.Code;
import org.puente.statistics.dataset.Codes;
import org.puente.statistics.dataset.Dataset;
import org.puente.statistics.dataset.Dimension;

/** Finds the code of a label during one import, and makes the codes that the file brings new. */
public final class CodeBook {

    /** Codes that a dimension may have in all: more than there are countries, few enough for a byte in a cube. */
    static final int MOST = 256;

    private static final Citizenships CITIZENSHIPS = new Citizenships();

    private final Dataset dataset;
    private final Codes codes;
    private final Map<Dimension, Map<String, Code>> spellings = new EnumMap<>(Dimension.class);
    private final Map<Dimension, List<Code>> added = new EnumMap<>(Dimension.class);

    public CodeBook(Dataset dataset, Codes codes) {
        this.dataset = dataset;
        this.codes = codes;
        for (Dimension dimension : dataset.dimensions()) {
            Map<String, Code> known = new HashMap<>();
            codes.of(dimension).forEach(code -> known.put(Spelling.folded(code.official()), code));
            spellings.put(dimension, known);
        }
        KnownCode.all().stream()
                .filter(known -> known.dataset() == dataset)
                .forEach(known -> codes.find(known.dimension(), known.code()).ifPresent(code -> known.spellings()
                        .forEach(text -> spellings.get(known.dimension()).put(Spelling.folded(text), code))));
    }

    /** @return empty for a label that is not known in a dimension that takes no new ones, or that nothing can be made of */
    Optional<Code> find(Dimension dimension, String label) {
        Code known = spellings.get(dimension).get(Spelling.folded(label));
        if (known != null || !dimension.open()) {
            return Optional.ofNullable(known);
        }
        String name = codeOf(dimension, label);
        if (name.isEmpty()) {
            return Optional.empty();
        }
        Optional<Code> code = codes.find(dimension, name).or(() -> addedBefore(dimension, name));
        if (code.isEmpty()) {
            code = add(dimension, name, label);
        }
        code.ifPresent(found -> spellings.get(dimension).put(Spelling.folded(label), found));
        return code;
    }

    /** Official spellings that the dimension takes, for an error message. */
    List<String> officials(Dimension dimension) {
        return codes.of(dimension).stream().map(Code::official).toList();
    }

    public Dataset dataset() {
        return dataset;
    }

    /** The codes that the file brought. */
    public Map<Dimension, List<Code>> added() {
        return added;
    }

    /** The codes that were known and those that the file brought. */
    public Codes codes() {
        Map<Dimension, List<Code>> all = new EnumMap<>(Dimension.class);
        for (Dimension dimension : dataset.dimensions()) {
            List<Code> list = new ArrayList<>(codes.of(dimension));
            list.addAll(added.getOrDefault(dimension, List.of()));
            all.put(dimension, list);
        }
        return new Codes(all);
    }

    private static String codeOf(Dimension dimension, String label) {
        return dimension == Dimension.CITIZENSHIP
                ? CITIZENSHIPS.code(label).orElseGet(() -> Spelling.slug(label))
                : Spelling.slug(label);
    }

    private Optional<Code> addedBefore(Dimension dimension, String name) {
        return added.getOrDefault(dimension, List.of()).stream()
                .filter(code -> code.code().equals(name))
                .findFirst();
    }

    private Optional<Code> add(Dimension dimension, String name, String label) {
        List<Code> list = added.computeIfAbsent(dimension, key -> new ArrayList<>());
        int ordinal = codes.of(dimension).size() + list.size();
        if (ordinal == MOST) {
            return Optional.empty();
        }
        Code code = new Code(ordinal, name, label(dimension, name, label), label);
        list.add(code);
        return Optional.of(code);
    }

    private static String label(Dimension dimension, String name, String label) {
        if (dimension == Dimension.CITIZENSHIP && name.equals(name.toUpperCase(Locale.ROOT))) {
            for (String country : Locale.getISOCountries()) {
                Locale locale = new Locale.Builder().setRegion(country).build();
                if (locale.getISO3Country().equals(name)) {
                    return locale.getDisplayCountry(Locale.ENGLISH);
                }
            }
        }
        return Spelling.label(label);
    }
}
