package org.puente.statistics.cbp;

import java.nio.charset.StandardCharsets;

/**
 * One right line of an official file: a month, codes and amounts, and beside them the same as a row in the text format of
 * PostgreSQL's COPY. It is built in place and valid until the next line is read.
 */
public final class Cell {

    private final byte[] row = new byte[CsvReader.RECORD_LIMIT];
    private final long[] amounts;
    private int length;
    private int month;
    private long codes;

    /** @param measures how many amounts it has */
    Cell(int measures) {
        amounts = new long[measures];
    }

    /** {@code year * 12 + month - 1} */
    public int month() {
        return month;
    }

    /** The ordinals of the kind's dimensions, one byte each, that of the last dimension lowest. */
    public long codes() {
        return codes;
    }

    /** One a measure of the dataset, in its order and in the units of a cube. */
    public long[] amounts() {
        return amounts;
    }

    /** Month, ordinals and measures as text between tabs, with the line end. */
    public byte[] row() {
        return row;
    }

    public int rowLength() {
        return length;
    }

    void clear() {
        length = 0;
        codes = 0;
    }

    void month(int number, byte[] text) {
        month = number;
        append(text);
    }

    void code(int ordinal) {
        codes = codes << 8 | ordinal;
        row[length++] = '\t';
        append(ordinal);
    }

    void count(int measure, long count) {
        amounts[measure] = count;
        row[length++] = '\t';
        append(count);
    }

    /** @param text with every digit of the file, which the amount may not have */
    void decimal(int measure, long amount, String text) {
        amounts[measure] = amount;
        row[length++] = '\t';
        append(text.getBytes(StandardCharsets.US_ASCII));
    }

    void end() {
        row[length++] = '\n';
    }

    private void append(byte[] text) {
        System.arraycopy(text, 0, row, length, text.length);
        length += text.length;
    }

    private void append(long number) {
        long rest = number;
        int digits = 1;
        for (long bound = 10; bound <= number; bound *= 10) {
            digits++;
        }
        for (int at = length + digits - 1; at >= length; at--) {
            row[at] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        length += digits;
    }
}
