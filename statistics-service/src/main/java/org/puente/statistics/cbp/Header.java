package org.puente.statistics.cbp;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** The first record of an official file, which tells its kind. */
record Header(Layout layout, List<String> names) {

    /** @throws BadFile where no kind of file has this header */
    static Header read(CsvReader reader) throws IOException {
        if (!reader.next()) {
            throw BadFile.because("The file is empty");
        }
        if (!reader.readable()) {
            throw refusal("The file is not CSV: its first line can't be read", List.of());
        }
        List<String> names = reader.texts();
        String first = names.get(0).toLowerCase(Locale.ROOT);
        if (first.startsWith("<!doctype") || first.startsWith("<html") || first.startsWith("<?xml")) {
            throw refusal("The file is a web page, not CSV", List.of());
        }
        if (names.stream().anyMatch(name -> name.chars().anyMatch(Header::isUnreadable))) {
            throw refusal("The file is not text in UTF-8", List.of());
        }
        return recognised(names);
    }

    private static Header recognised(List<String> names) {
        Layout nearest = Layout.nearest(names);
        if (!nearest.repeated(names).isEmpty()) {
            throw refusal("The header has a column twice: " + String.join(", ", nearest.repeated(names)), names);
        }
        return new Header(
                Layout.of(names)
                        .orElseThrow(() -> refusal(
                                "The header belongs to no known kind of file; it comes closest to "
                                        + nearest.kind().code() + difference(nearest, names),
                                names)),
                names);
    }

    int position(Layout.Column column) {
        return Layout.position(column, names);
    }

    /** The column's name as this file spells it. */
    String name(Layout.Column column) {
        return names.get(position(column));
    }

    private static String difference(Layout nearest, List<String> names) {
        String missing = String.join(", ", nearest.missing(names));
        String unknown = String.join(", ", nearest.unknown(names));
        return (missing.isEmpty() ? "" : ", where it lacks " + missing)
                + (unknown.isEmpty() ? "" : ", which knows no column " + unknown);
    }

    private static BadFile refusal(String detail, List<String> names) {
        BadFile refusal = BadFile.because(detail.length() > 500 ? detail.substring(0, 500) + "…" : detail);
        refusal.with("kinds", Layout.described(names));
        return refusal;
    }

    private static boolean isUnreadable(int character) {
        return character == '\uFFFD' || Character.isISOControl(character);
    }
}
