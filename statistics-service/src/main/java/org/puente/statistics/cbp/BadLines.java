package org.puente.statistics.cbp;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** Collects what is wrong with a file while it is read to its end. */
public final class BadLines {

    private static final Comparator<BadLine> BY_LINE = Comparator.comparingLong(BadLine::line);

    private final List<BadLine> named = new ArrayList<>();
    private final PriorityQueue<BadLine> repeats = new PriorityQueue<>(BY_LINE.reversed());
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

    /** The line has the month and codes of an earlier one. Such lines may be told in any order. */
    public void addRepeat(long line, long first) {
        count++;
        repeats.add(BadLine.repeat(line, first));
        if (repeats.size() > BadFile.NAMED) {
            repeats.remove();
        }
    }

    public boolean any() {
        return count > 0;
    }

    /** Names the first bad lines and counts all. */
    public BadFile refusal() {
        List<BadLine> all = new ArrayList<>(named);
        all.addAll(repeats);
        all.sort(BY_LINE);
        return BadFile.of(all.subList(0, Math.min(all.size(), BadFile.NAMED)), count);
    }
}
