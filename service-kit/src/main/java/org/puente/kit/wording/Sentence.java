package org.puente.kit.wording;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * An English sentence of an answer.
 *
 * @param said the same for a program
 */
public record Sentence(String text, SentenceCode said) {

    public static Sentence of(String code, String text) {
        return new Sentence(text, new SentenceCode(code, Map.of()));
    }

    /** @param value a number, anything that is written as its text, or a collection of such; null is left out */
    public Sentence with(String name, Object value) {
        if (value == null) {
            return this;
        }
        // In an order of their own, so that every replica writes the same bytes.
        Map<String, Object> values = new TreeMap<>(said.values());
        values.put(name, plain(value));
        return new Sentence(text, new SentenceCode(said.code(), Collections.unmodifiableMap(values)));
    }

    /** The same code and values in other words. */
    public Sentence reworded(String otherText) {
        return new Sentence(otherText, said);
    }

    public static List<String> texts(List<Sentence> sentences) {
        return sentences.stream().map(Sentence::text).toList();
    }

    public static List<SentenceCode> codes(List<Sentence> sentences) {
        return sentences.stream().map(Sentence::said).toList();
    }

    private static Object plain(Object value) {
        if (value instanceof Collection<?> many) {
            return many.stream().map(Sentence::plain).toList();
        }
        return value instanceof Number ? value : value.toString();
    }
}
