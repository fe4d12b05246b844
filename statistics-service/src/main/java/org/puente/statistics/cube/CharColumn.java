package org.puente.statistics.cube;

/** Values up to 65,535; the loops are written out for each type because this is where queries spend their time. */
final class CharColumn extends Column {

    private final char[] values;

    CharColumn(char[] values) {
        this.values = values;
    }

    @Override
    long sum(int from, int to) {
        long sum = 0;
        for (int i = from; i < to; i++) {
            sum += values[i];
        }
        return sum;
    }

    @Override
    long sumWhere(int from, int to, byte[] codes, int[] table) {
        long sum = 0;
        for (int i = from; i < to; i++) {
            sum += table[codes[i] & 0xFF] == 0 ? values[i] : 0;
        }
        return sum;
    }

    @Override
    void addByCode(int from, int to, byte[] codes, int[] table, int group, long[] sums) {
        for (int i = from; i < to; i++) {
            sums[group + table[codes[i] & 0xFF]] += values[i];
        }
    }

    @Override
    void addByCodeWhere(int from, int to, byte[] codes, int[] table, int group, long[] sums) {
        int rejected = sums.length - 1;
        for (int i = from; i < to; i++) {
            sums[Math.min(group + table[codes[i] & 0xFF], rejected)] += values[i];
        }
    }

    @Override
    long bytes() {
        return (long) values.length * Character.BYTES;
    }
}
