package org.puente.kit.page;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.puente.kit.problem.Refusal;

/** Where the next page starts: the sort keys of the last item of this one, opaque to clients. */
public final class Cursor {

    private static final String SEPARATOR = "\u001f";

    private Cursor() {}

    /** @param keys the sort keys of the last item shown, none of which may be null */
    public static String of(Object... keys) {
        String joined = List.of(keys).stream()
                .map(String::valueOf)
                .reduce((a, b) -> a + SEPARATOR + b)
                .orElseThrow();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(joined.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The keys in a cursor that {@link #of} made.
     *
     * @param count how many keys this list sorts by
     * @throws Refusal where it isn't one of ours; a caller that parses a key must refuse by {@link #unreadable} as well
     */
    public static List<String> keys(String cursor, int count) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(cursor);
            String joined = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            List<String> keys = List.of(joined.split(SEPARATOR, -1));
            if (keys.size() == count) {
                return keys;
            }
        } catch (IllegalArgumentException | CharacterCodingException e) {
            throw unreadable();
        }
        throw unreadable();
    }

    public static Refusal unreadable() {
        return Refusal.invalid("cursor", "is not a cursor of this list; take it from 'next' of the page before");
    }
}
