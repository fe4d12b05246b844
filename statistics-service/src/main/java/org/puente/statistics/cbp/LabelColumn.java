package org.puente.statistics.cbp;

import java.nio.charset.CharacterCodingException;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.puente.statistics.dataset.Code;
import org.puente.statistics.dataset.Dimension;

/** A column of few different texts, each of which stands for a number. */
final class LabelColumn {

    private static final Pattern YEAR = Pattern.compile("(20\\d\\d)( ?\\(FYTD\\))?", Pattern.CASE_INSENSITIVE);
    private static final String MONTHS = "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC";
    private static final int LONGEST = 100;

    private final int position;
    private final String name;
    private final Supplier<String> expected;
    private final ToIntFunction<String> meaning;
    private final LabelCache known = new LabelCache();

    private LabelColumn(int position, String name, Supplier<String> expected, ToIntFunction<String> meaning) {
        this.position = position;
        this.name = name;
        this.expected = expected;
        this.meaning = meaning;
    }

    /** Fiscal years, by their number. */
    static LabelColumn year(int position, String name) {
        return new LabelColumn(position, name, () -> "a fiscal year such as 2025 or 2026 (FYTD)", text -> {
            Matcher matcher = YEAR.matcher(text);
            return matcher.matches() ? Integer.parseInt(matcher.group(1)) : -1;
        });
    }

    /** Months, January being 1. */
    static LabelColumn month(int position, String name) {
        return new LabelColumn(position, name, () -> "one of " + MONTHS, text -> {
            int at = text.length() == 3 ? MONTHS.indexOf(text.toUpperCase(Locale.ROOT)) : -1;
            return at < 0 || at % 4 != 0 ? -1 : at / 4 + 1;
        });
    }

    /** Codes of a dimension, by their ordinals. */
    static LabelColumn codes(int position, String name, Dimension dimension, CodeBook book) {
        Supplier<String> expected = () -> dimension.open()
                ? "a name of at most " + LONGEST + " characters, and no more than " + CodeBook.MOST + " different ones,"
                : "one of " + String.join(", ", book.officials(dimension));
        return new LabelColumn(
                position,
                name,
                expected,
                text -> isName(text)
                        ? book.find(dimension, text).map(Code::ordinal).orElse(-1)
                        : -1);
    }

    /** @return -1 where the text has no meaning, which is then noted */
    int read(CsvReader reader, BadLines problems) {
        int value = known.find(reader.buffer(), reader.start(position), reader.end(position));
        if (value != LabelCache.MISS) {
            return value;
        }
        try {
            value = meaning.applyAsInt(reader.text(position));
        } catch (CharacterCodingException e) {
            problems.add(reader.line(), name, reader.shown(position), "text in UTF-8");
            return -1;
        }
        if (value < 0) {
            problems.add(reader.line(), name, reader.shown(position), expected.get());
        } else {
            known.put(reader.buffer(), reader.start(position), reader.end(position), value);
        }
        return value;
    }

    private static boolean isName(String text) {
        return !text.isEmpty() && text.length() <= LONGEST && text.chars().noneMatch(Character::isISOControl);
    }
}
