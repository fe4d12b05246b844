package org.puente.statistics.series;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.puente.statistics.release.Release;

/** Which release serves each month. Months are numbered {@code year * 12 + month - 1}, as in cubes. */
final class View {

    private final int firstMonth;
    private final Release[] serving;
    private final boolean[] provisional;

    /** @param releases those that can answer the query, the preferred one first */
    View(List<Release> releases) {
        int first = Integer.MAX_VALUE;
        int last = Integer.MIN_VALUE;
        for (Release release : releases) {
            if (!release.months().isEmpty()) {
                first = Math.min(first, number(release.months().first()));
                last = Math.max(last, number(release.months().last()));
            }
        }
        this.firstMonth = first;
        this.serving = new Release[Math.max(0, last - first + 1)];
        for (Release release : releases) {
            for (YearMonth month : release.months()) {
                int index = number(month) - first;
                serving[index] = serving[index] == null ? release : serving[index];
            }
        }
        this.provisional = new boolean[serving.length];
        for (int i = 0; i < serving.length; i++) {
            provisional[i] = serving[i] != null && serving[i].provisional(month(first + i));
        }
    }

    static int number(YearMonth month) {
        return month.getYear() * 12 + month.getMonthValue() - 1;
    }

    static YearMonth month(int number) {
        return YearMonth.of(number / 12, number % 12 + 1);
    }

    boolean isEmpty() {
        return serving.length == 0;
    }

    int first() {
        return firstMonth;
    }

    int last() {
        return firstMonth + serving.length - 1;
    }

    /** Null where no release covers the month. */
    Release release(int month) {
        int index = month - firstMonth;
        return index < 0 || index >= serving.length ? null : serving[index];
    }

    /** Whether the figures of the month may still grow; never where no release covers it. */
    boolean provisional(int month) {
        int index = month - firstMonth;
        return index >= 0 && index < provisional.length && provisional[index];
    }

    /** The releases that serve a month of this span, in order of the months they serve. */
    List<Release> releases(int from, int to) {
        List<Release> used = new ArrayList<>(1);
        Release previous = null;
        for (int month = Math.max(from, first()); month <= Math.min(to, last()); month++) {
            Release release = release(month);
            // By identity: neighbours share a release most of the time, and its hash is costly.
            if (release != null && release != previous) {
                addOnce(release, used);
                previous = release;
            }
        }
        return used;
    }

    static void addOnce(Release release, List<Release> releases) {
        for (Release known : releases) {
            if (known == release) {
                return;
            }
        }
        releases.add(release);
    }
}
