package org.puente.statistics.series;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.puente.statistics.cube.Cube;
import org.puente.statistics.dataset.Dimension;
import org.puente.statistics.dataset.Measure;
import org.puente.statistics.release.Release;

/**
 * Monthly figures of a slice, by group: every group with a figure above zero, and every combination of codes that the
 * filters name for all dimensions grouped by. A group that is not there is zero in every covered month.
 */
public final class Monthly {

    private final Measure measure;
    private final List<Dimension> groupedBy;
    private final View view;
    private final int from;
    private final int to;
    private final List<Group> groups;

    Monthly(Measure measure, List<Dimension> groupedBy, View view, int from, int to, List<Group> groups) {
        this.measure = measure;
        this.groupedBy = groupedBy;
        this.view = view;
        this.from = from;
        this.to = to;
        this.groups = groups;
    }

    public YearMonth first() {
        return View.month(from);
    }

    public YearMonth last() {
        return View.month(to);
    }

    public List<Dimension> groupedBy() {
        return groupedBy;
    }

    /** In order of their codes. Without a grouping there is exactly one, the total. */
    public List<Group> groups() {
        return groups;
    }

    /** The release that serves the month; empty where the month is missing. */
    public Optional<Release> release(YearMonth month) {
        return Optional.ofNullable(view.release(View.number(month)));
    }

    /** The releases that serve a month of this span, without repetition, in order of time. */
    public List<Release> releases() {
        return view.releases(from, to);
    }

    public boolean covers(YearMonth month) {
        int number = View.number(month);
        return number >= from && number <= to && view.release(number) != null;
    }

    /** Encounters, events or pounds; empty where no release covers the month, or it lies outside of this span. */
    public OptionalDouble value(Group group, YearMonth month) {
        return covers(month)
                ? OptionalDouble.of(group.sums()[View.number(month) - from] / Math.pow(10, Cube.scale(measure)))
                : OptionalDouble.empty();
    }

    /** {@link Status#MISSING}, {@link Status#PROVISIONAL} or {@link Status#FINAL}. */
    public Status status(YearMonth month) {
        return covers(month) ? Status.of(release(month).orElseThrow(), month) : Status.MISSING;
    }

    View view() {
        return view;
    }

    int from() {
        return from;
    }
}
