package org.puente.statistics.cbp;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The first record of an official file, which tells its kind. */
record Header(Layout layout, List<String> names) {

    private static final int SHOWN = 80;

    /** @throws BadFile where no kind of file has this header */
    static Header read(CsvReader reader) throws IOException {
        if (!reader.next()) {
            throw BadFile.because("The file is empty");
        }
        if (!reader.readable()) {
            throw refusal("The file is not CSV: its first line can't be read");
        }
        List<String> names = reader.texts();
        String first = names.get(0).toLowerCase(Locale.ROOT);
        if (first.startsWith("<!doctype") || first.startsWith("<html") || first.startsWith("<?xml")) {
            throw refusal("The file is a web page, not CSV");
        }
        if (names.stream().anyMatch(name -> name.chars().anyMatch(Header::isUnreadable))) {
            throw refusal("The file is not text in UTF-8");
        }
        return recognised(names);
    }

    private static Header recognised(List<String> names) {
        Layout nearest = Layout.nearest(names);
        List<String> repeated = nearest.repeated(names);
        if (!repeated.isEmpty()) {
            throw refusal("The header has a column twice", faults(repeated, "stands there more than once"), names);
        }
        String kind = nearest.kind().code();
        return new Header(
                Layout.of(names)
                        .orElseThrow(() -> refusal(
                                "The header belongs to no known kind of file; it comes closest to " + kind,
                                Stream.concat(
                                        faults(nearest.missing(names), "is missing"),
                                        faults(nearest.unknown(names), "is not a column of " + kind)),
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

    private static Stream<String> faults(List<String> columns, String fault) {
        return columns.stream()
                .map(name -> (name.length() > SHOWN ? name.substring(0, SHOWN) + "…" : name) + " " + fault);
    }

    private static BadFile refusal(String detail, Stream<String> faults, List<String> names) {
        return described(BadFile.header(detail, faults.limit(BadFile.NAMED).toList()), names);
    }

    private static BadFile refusal(String detail) {
        return described(BadFile.because(detail), List.of());
    }

    private static BadFile described(BadFile refusal, List<String> names) {
        refusal.with("kinds", Layout.described(names));
        return refusal;
    }

    private static boolean isUnreadable(int character) {
        return character == '\uFFFD' || Character.isISOControl(character);
    }
}
