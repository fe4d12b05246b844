package org.puente.statistics.cbp;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How names that people typed are compared, and what codes and labels are made of them. */
final class Spelling {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Pattern NO_SLUG = Pattern.compile("[^a-z0-9]+");

    private Spelling() {}

    /** The form in which two spellings of one name are equal: upper case, single spaces. */
    static String folded(String text) {
        return SPACES.matcher(text.strip()).replaceAll(" ").toUpperCase(Locale.ROOT);
    }

    /** Lower-case ASCII words joined by hyphens; accents are dropped. Empty where nothing is left. */
    static String slug(String text) {
        String plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        String slug = NO_SLUG.matcher(plain).replaceAll("-");
        return slug.replaceAll("^-|-$", "");
    }

    /** For people: without footnote marks, and not shouted. */
    static String label(String official) {
        String text = SPACES.matcher(official.replace("*", "").strip()).replaceAll(" ");
        if (!text.equals(text.toUpperCase(Locale.ROOT)) || text.length() <= 3) {
            return text;
        }
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split(" "))
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining(" "));
    }
}
