package org.puente.kit.problem;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.io.IOException;

/**
 * Text that is Unicode throughout. JSON can spell half of a character, such as {@code ud83d} behind a backslash without its other half (a lone
 * surrogate); no encoding has bytes for it, so it would be stored as a question mark.
 */
public final class WholeText extends StringDeserializer {

    /** What is wrong with text that isn't. */
    public static final String BROKEN = "holds half of a character (a lone surrogate), which is not text";

    private static final long serialVersionUID = 1L;

    /** A field whose text is broken. */
    static final class BrokenText extends MismatchedInputException {

        private static final long serialVersionUID = 1L;

        BrokenText(JsonParser at) {
            super(at, BROKEN, String.class);
        }
    }

    /** Whether each half of a character has its other half. */
    public static boolean isWhole(String text) {
        return text.codePoints().noneMatch(WholeText::isHalf);
    }

    private static boolean isHalf(int point) {
        return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    }

    /** The text with a replacement character for each half that stands alone, so that it can be written. */
    static String mended(String text) {
        if (text == null || isWhole(text)) {
            return text;
        }
        StringBuilder whole = new StringBuilder();
        text.codePoints().map(point -> isHalf(point) ? 0xFFFD : point).forEach(whole::appendCodePoint);
        return whole.toString();
    }

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        String text = super.deserialize(parser, context);
        if (text != null && !isWhole(text)) {
            throw new BrokenText(parser);
        }
        return text;
    }
}
