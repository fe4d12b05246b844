package org.puente.statistics.cbp;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with a file while it is read to its end. */
final class BadLines {

    private final List<BadLine> named = new ArrayList<>();
    private long count;
    private long latest;

    void add(long line, String column, String value, String expected) {
        if (line != latest) {
            count++;
            latest = line;
        }
        if (named.size() < BadFile.NAMED) {
            named.add(new BadLine(line, column, value, expected));
        }
    }

    boolean any() {
        return count > 0;
    }

    BadFile refusal() {
        return BadFile.of(named, count);
    }
}
