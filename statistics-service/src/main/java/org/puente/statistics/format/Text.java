package org.puente.statistics.format;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A growing buffer of UTF-8 with the few things that the formats write. */
final class Text {

    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final long[] POWERS = {
        1L, 10L, 100L, 1_000L, 10_000L, 100_000L, 1_000_000L, 10_000_000L, 100_000_000L, 1_000_000_000L
    };

    private byte[] bytes;
    private int size;

    Text(int capacity) {
        bytes = new byte[capacity];
    }

    int size() {
        return size;
    }

    /** What was written, leaving the buffer empty. */
    byte[] take() {
        byte[] taken = Arrays.copyOf(bytes, size);
        size = 0;
        return taken;
    }

    Text ascii(char c) {
        room(1);
        bytes[size++] = (byte) c;
        return this;
    }

    /** Text that is known to be ASCII, copied as it is. */
    @SuppressWarnings("deprecation") // for characters beyond Latin-1, which this doesn't take
    Text ascii(String text) {
        room(text.length());
        text.getBytes(0, text.length(), bytes, size);
        size += text.length();
        return this;
    }

    Text raw(byte[] utf8) {
        room(utf8.length);
        System.arraycopy(utf8, 0, bytes, size, utf8.length);
        size += utf8.length;
        return this;
    }

    Text raw(String text) {
        int plain = plain(text, false);
        return plain == text.length() ? this : raw(text.substring(plain).getBytes(StandardCharsets.UTF_8));
    }

    /** A JSON string (RFC 8259 section 7). */
    Text json(String text) {
        ascii('"');
        int plain = plain(text, true);
        return plain == text.length() ? ascii('"') : escaped(text.substring(plain));
    }

    /** Writes the start of the text that is ASCII, and in JSON needs no escape: mostly all of it. @return its length */
    private int plain(String text, boolean json) {
        int length = text.length();
        room(length);
        int i = 0;
        while (i < length) {
            char c = text.charAt(i);
            if (c > '~' || json && (c < ' ' || c == '"' || c == '\\')) {
                break;
            }
            bytes[size + i] = (byte) c;
            i++;
        }
        size += i;
        return i;
    }

    private Text escaped(String text) {
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            if (b == '"' || b == '\\') {
                ascii('\\').ascii((char) b);
            } else if (b >= 0 && b < ' ') {
                raw("\\u00");
                room(2);
                bytes[size++] = HEX[b >> 4];
                bytes[size++] = HEX[b & 15];
            } else {
                room(1);
                bytes[size++] = b;
            }
        }
        return ascii('"');
    }

    /** A JSON member name, its colon included; the name is ASCII and needs no escape. */
    Text name(String name) {
        return ascii('"').ascii(name).ascii("\":");
    }

    /** A CSV field (RFC 4180 section 2), quoted only where it must be. */
    Text csv(String text) {
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return raw(plain ? text : '"' + text.replace("\"", "\"\"") + '"');
    }

    /** The decimal number {@code unscaled · 10^−scale}, without zeros at its end. */
    Text decimal(long unscaled, int scale) {
        long magnitude = unscaled;
        if (unscaled < 0) {
            ascii('-');
            magnitude = -unscaled;
        }
        whole(magnitude / POWERS[scale]);
        long fraction = magnitude % POWERS[scale];
        if (fraction != 0) {
            ascii('.');
            for (int digit = scale - 1; fraction != 0; digit--) {
                ascii((char) ('0' + fraction / POWERS[digit]));
                fraction %= POWERS[digit];
            }
        }
        return this;
    }

    private void whole(long number) {
        room(20);
        int start = size;
        long rest = number;
        do {
            bytes[size++] = (byte) ('0' + rest % 10);
            rest /= 10;
        } while (rest != 0);
        for (int i = start, j = size - 1; i < j; i++, j--) {
            byte swapped = bytes[i];
            bytes[i] = bytes[j];
            bytes[j] = swapped;
        }
    }

    private void room(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }
}
