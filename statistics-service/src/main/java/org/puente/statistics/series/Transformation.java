package org.puente.statistics.series;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.puente.statistics.calendar.FiscalYear;
import org.puente.statistics.calendar.Period;
import org.puente.statistics.cube.Cube;
import org.puente.statistics.release.Release;

/**
 * Turns the monthly sums of one view into points. What a point needs and how firm it is depends on the months alone, so it is
 * worked out once for all groups.
 */
final class Transformation {

    /** Decimals of a ratio. */
    static final int RATIO_SCALE = 6;

    private static final double RATIO_UNIT = 1e6;

    /** The months that a point is computed from, as offsets into the monthly sums; the second span may be absent (−1). */
    private record Need(int first, int last, int otherFirst, int otherLast, int days, Status status) {}

    private final SeriesQuery query;
    private final Monthly monthly;
    private final List<Period> periods;
    private final int from;
    private final int to;
    private final Notes notes;
    private final Need[] needs;
    private final List<List<YearMonth>> absent = new ArrayList<>();
    private final double unit;

    /** @param from the first month asked for; a period that begins earlier lacks the months before it */
    Transformation(SeriesQuery query, Monthly monthly, List<Period> periods, int from, int to, Notes notes) {
        this.query = query;
        this.monthly = monthly;
        this.periods = periods;
        this.from = from;
        this.to = to;
        this.notes = notes;
        this.unit = Math.pow(10, Cube.scale(query.slice().measure()));
        this.needs = new Need[periods.size()];
        for (int i = 0; i < needs.length; i++) {
            needs[i] = need(periods.get(i));
        }
    }

    List<SeriesAnswer.Series> series() {
        List<Group> groups = monthly.groups();
        long[] totals = totals(groups);
        SeriesAnswer.Track track = track();
        List<Ranking.Ranked> ranked =
                Ranking.fold(Ranking.rank(groups, from - monthly.from(), to - monthly.from()), query.top());
        List<SeriesAnswer.Series> series = new ArrayList<>(ranked.size());
        for (Ranking.Ranked one : ranked) {
            series.add(series(one, totals, track));
        }
        return series;
    }

    private SeriesAnswer.Series series(Ranking.Ranked ranked, long[] totals, SeriesAnswer.Track track) {
        Group group = ranked.group();
        boolean rest = group.codes().contains(SeriesAnswer.REST);
        String label = rest ? SeriesAnswer.REST.label() : group.label();
        long[] values = new long[needs.length];
        Status[] statuses = new Status[needs.length];
        for (int i = 0; i < needs.length; i++) {
            statuses[i] = needs[i].status();
            if (statuses[i] == Status.MISSING) {
                continue;
            }
            double divisor = divisor(needs[i], group.sums(), totals);
            if (divisor == 0) {
                statuses[i] = Status.MISSING;
                notes.dividedByZero(label, periods.get(i));
            } else {
                values[i] = value(needs[i], group.sums(), divisor);
            }
        }
        return new SeriesAnswer.Series(group.codes(), label, track, values, statuses, ranked.sum());
    }

    private double divisor(Need need, long[] sums, long[] totals) {
        return switch (query.transform()) {
            case LEVEL, CHANGE, FISCAL_YEAR_TO_DATE, ROLLING_12 -> 1;
            case PERCENT_CHANGE, YEAR_ON_YEAR, INDEX -> sum(sums, need.otherFirst(), need.otherLast());
            case SHARE -> sum(totals, need.first(), need.last());
            case PER_DAY -> need.days() * unit;
        };
    }

    private long value(Need need, long[] sums, double divisor) {
        long value = sum(sums, need.first(), need.last());
        return switch (query.transform()) {
            case LEVEL, FISCAL_YEAR_TO_DATE, ROLLING_12 -> value;
            case CHANGE -> value - sum(sums, need.otherFirst(), need.otherLast());
            case PERCENT_CHANGE, YEAR_ON_YEAR -> Math.round(100 * RATIO_UNIT * ((value - divisor) / divisor));
            case SHARE, INDEX -> Math.round(100 * RATIO_UNIT * (value / divisor));
            case PER_DAY -> Math.round(RATIO_UNIT * (value / divisor));
        };
    }

    private static long sum(long[] sums, int first, int last) {
        long sum = 0;
        for (int i = first; i <= last; i++) {
            sum += sums[i];
        }
        return sum;
    }

    private long[] totals(List<Group> groups) {
        long[] totals = new long[query.transform() == Transform.SHARE ? to - monthly.from() + 1 : 0];
        for (Group group : groups) {
            Arrays.setAll(totals, i -> totals[i] + group.sums()[i]);
        }
        return totals;
    }

    private Need need(Period period) {
        int start = View.number(period.first());
        int end = View.number(period.last());
        List<YearMonth> lacking = lacking(start, end);
        if (query.transform().partial()) {
            boolean empty = lacking.size() == end - start + 1;
            absent.add(empty ? List.of() : lacking);
            notes.partial(period, empty ? List.of() : lacking);
            notes.missing(empty ? lacking : List.of());
            Status firm = firmness(start, end);
            int first = Math.max(start, from);
            int last = Math.min(end, to);
            return need(first, last, -1, -2, empty ? Status.MISSING : lacking.isEmpty() ? firm : Status.PARTIAL);
        }
        absent.add(List.of());
        return comparing(period, start, end, lacking);
    }

    private Need comparing(Period period, int start, int end, List<YearMonth> lacking) {
        int length = period.frequency().months();
        int first = start;
        int otherFirst = -1;
        int otherLast = -2;
        switch (query.transform()) {
            case FISCAL_YEAR_TO_DATE ->
                first = View.number(FiscalYear.of(period.last()).first());
            case ROLLING_12 -> first = end - 11;
            case CHANGE, PERCENT_CHANGE -> {
                otherFirst = start - length;
                otherLast = start - 1;
            }
            case YEAR_ON_YEAR -> {
                otherFirst = start - 12;
                otherLast = end - 12;
            }
            default -> {
                otherFirst = View.number(query.base().orElseThrow().first());
                otherLast = View.number(query.base().orElseThrow().last());
            }
        }
        List<YearMonth> wanting = new ArrayList<>(lacking);
        wanting.addAll(uncovered(Math.min(first, start), start - 1));
        wanting.addAll(uncovered(otherFirst, otherLast));
        notes.missing(wanting);
        Status firm = firmness(first, end) == Status.FINAL && firmness(otherFirst, otherLast) == Status.FINAL
                ? Status.FINAL
                : Status.PROVISIONAL;
        return need(first, end, otherFirst, otherLast, wanting.isEmpty() ? firm : Status.MISSING);
    }

    private Need need(int first, int last, int otherFirst, int otherLast, Status status) {
        int days = query.transform() == Transform.PER_DAY ? days(first, last) : 0;
        int origin = monthly.from();
        return new Need(first - origin, last - origin, otherFirst - origin, otherLast - origin, days, status);
    }

    private int days(int first, int last) {
        int days = 0;
        for (int month = first; month <= last; month++) {
            days += monthly.view().release(month) == null
                    ? 0
                    : View.month(month).lengthOfMonth();
        }
        return days;
    }

    /** The months of this span that were not asked for or that no release covers. */
    private List<YearMonth> lacking(int start, int end) {
        List<YearMonth> months = new ArrayList<>(0);
        for (int month = start; month <= end; month++) {
            if (month < from || month > to || monthly.view().release(month) == null) {
                months.add(View.month(month));
            }
        }
        return months;
    }

    private List<YearMonth> uncovered(int start, int end) {
        List<YearMonth> months = new ArrayList<>();
        for (int month = start; month <= end; month++) {
            if (monthly.view().release(month) == null) {
                months.add(View.month(month));
            }
        }
        return months;
    }

    private Status firmness(int start, int end) {
        for (int month = start; month <= end; month++) {
            if (monthly.view().provisional(month)) {
                return Status.PROVISIONAL;
            }
        }
        return Status.FINAL;
    }

    private SeriesAnswer.Track track() {
        List<List<Release>> releases = new ArrayList<>(periods.size());
        for (Period period : periods) {
            releases.add(monthly.view().releases(View.number(period.first()), View.number(period.last())));
        }
        Optional<Release> only = query.vantage().vintage() == Vintage.ALL
                ? Optional.of(monthly.releases().get(0))
                : Optional.empty();
        return new SeriesAnswer.Track(only, absent, releases);
    }
}
