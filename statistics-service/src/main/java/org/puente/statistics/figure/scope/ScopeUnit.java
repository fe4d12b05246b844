package org.puente.statistics.figure.scope;

/** What is made of the sums over a span of months. */
enum ScopeUnit {
    TOTAL,
    PER_DAY,
    /** Shares, and changes on the span before or on the year before. */
    PERCENT
}
