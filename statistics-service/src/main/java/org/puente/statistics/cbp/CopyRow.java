package org.puente.statistics.cbp;

import java.nio.charset.StandardCharsets;

/** One row in the text format of PostgreSQL's COPY, built in place. */
final class CopyRow {

    private final byte[] bytes = new byte[CsvReader.RECORD_LIMIT];
    private int length;

    void clear() {
        length = 0;
    }

    CopyRow tab() {
        bytes[length++] = '\t';
        return this;
    }

    void end() {
        bytes[length++] = '\n';
    }

    void append(byte[] text) {
        System.arraycopy(text, 0, bytes, length, text.length);
        length += text.length;
    }

    void append(String ascii) {
        append(ascii.getBytes(StandardCharsets.US_ASCII));
    }

    void append(long number) {
        long rest = number;
        int digits = 1;
        for (long bound = 10; bound <= number; bound *= 10) {
            digits++;
        }
        for (int at = length + digits - 1; at >= length; at--) {
            bytes[at] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        length += digits;
    }

    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }
}
