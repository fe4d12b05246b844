package org.puente.statistics.cbp;

import java.util.List;
import java.util.stream.Stream;
import org.puente.statistics.dataset.Dataset;
import org.puente.statistics.dataset.Dimension;

/**
 * A code that is known before any file brings it.
 *
 * @param official spelling in the official files of the dataset
 * @param aliases  other spellings that were seen
 */
public record KnownCode(
        Dataset dataset, Dimension dimension, String code, String label, String official, List<String> aliases) {

    private static final List<KnownCode> ALL =
            ReferenceTable.read("codes.csv").stream().map(KnownCode::of).toList();

    /** All of them, in the order of their ordinals within dataset and dimension. */
    public static List<KnownCode> all() {
        return ALL;
    }

    private static KnownCode of(List<String> line) {
        return new KnownCode(
                Stream.of(Dataset.values())
                        .filter(dataset -> dataset.code().equals(line.get(0)))
                        .findFirst()
                        .orElseThrow(),
                Stream.of(Dimension.values())
                        .filter(dimension -> dimension.code().equals(line.get(1)))
                        .findFirst()
                        .orElseThrow(),
                line.get(2),
                line.get(3),
                line.get(4),
                line.get(5).isEmpty() ? List.of() : List.of(line.get(5).split("\\|")));
    }

    Stream<String> spellings() {
        return Stream.concat(Stream.of(official), aliases.stream());
    }
}
