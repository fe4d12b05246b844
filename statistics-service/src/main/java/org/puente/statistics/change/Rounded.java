package org.puente.statistics.change;

/** Six decimals: more than any of the methods is worth, and few enough to read. */
final class Rounded {

    private Rounded() {}

    static double of(double value) {
        return Math.rint(value * 1e6) / 1e6;
    }
}
