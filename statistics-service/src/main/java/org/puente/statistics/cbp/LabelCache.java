package org.puente.statistics.cbp;

import java.util.Arrays;

/**
 * The bytes of a label, as they stand in the file, to a number found for them before: a table by open addressing, so that
 * no string is made for a line. Full after a few thousand spellings, and then it only misses.
 */
final class LabelCache {

    static final int MISS = -1;

    private static final int SLOTS = 8192;

    private final byte[][] labels = new byte[SLOTS][];
    private final int[] values = new int[SLOTS];
    private int size;

    int find(byte[] buffer, int start, int end) {
        int slot = slot(buffer, start, end);
        return labels[slot] == null ? MISS : values[slot];
    }

    void put(byte[] buffer, int start, int end, int value) {
        if (size < SLOTS / 2) {
            int slot = slot(buffer, start, end);
            if (labels[slot] == null) {
                labels[slot] = Arrays.copyOfRange(buffer, start, end);
                size++;
            }
            values[slot] = value;
        }
    }

    /** Where the label stands, or the empty slot where it would. */
    private int slot(byte[] buffer, int start, int end) {
        int hash = 1;
        for (int at = start; at < end; at++) {
            hash = 31 * hash + buffer[at];
        }
        int slot = (hash ^ hash >>> 15) & SLOTS - 1;
        while (labels[slot] != null && !Arrays.equals(labels[slot], 0, labels[slot].length, buffer, start, end)) {
            slot = slot + 1 & SLOTS - 1;
        }
        return slot;
    }
}
