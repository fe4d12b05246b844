package org.puente.statistics.series;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.puente.kit.problem.Refusal;
import org.puente.statistics.calendar.Period;
import org.puente.statistics.cube.Cube;
import org.puente.statistics.dataset.Codes;
import org.puente.statistics.release.Catalog;
import org.puente.statistics.release.Release;

/** A query resolved to months and releases; {@link #run()} answers it. Two equal permalinks have equal answers. */
public final class Plan {

    private static final int MOST_MONTHS = 1200;

    private final SeriesEngine engine;
    private final SeriesQuery query;
    private final Codes codes;
    private final List<View> views = new ArrayList<>();
    private final int from;
    private final int to;
    private final int readFrom;
    private final int readTo;
    private final List<Release> releases;
    private final String pinned;
    private final Cursor cursor;
    private final Map<Integer, Cube> held = new HashMap<>();

    Plan(SeriesEngine engine, Catalog.Snapshot snapshot, SeriesQuery query) {
        this.engine = engine;
        this.query = query;
        this.codes = snapshot.codes().get(query.slice().dataset());
        List<Release> resolving =
                engine.views().resolving(snapshot.releases(), query.slice(), query.groupBy(), query.vantage(), codes);
        View whole = engine.views().of(resolving);
        this.from = query.from().map(Period::first).map(View::number).orElseGet(() -> query.to()
                .map(period -> Math.min(whole.first(), View.number(period.last())))
                .orElse(whole.first()));
        this.to = query.to().map(Period::last).map(View::number).orElse(Math.max(from, whole.last()));
        checkMonths();
        int first = View.number(query.frequency().periodOf(View.month(from)).first());
        this.readFrom = Math.min(
                first - query.transform().lookback(query.frequency()),
                query.base().map(Period::first).map(View::number).orElse(first));
        this.readTo =
                Math.max(to, query.base().map(Period::last).map(View::number).orElse(to));
        chooseViews(resolving, whole);
        List<Release> used = new ArrayList<>();
        for (View view : views) {
            view.releases(readFrom, readTo).forEach(release -> View.addOnce(release, used));
        }
        this.releases = List.copyOf(used);
        this.pinned = pinned(Optional.empty());
        this.cursor = Cursor.of(query, pinned);
    }

    private void checkMonths() {
        if (from > to) {
            throw Refusal.invalid("to", View.month(to) + " lies before " + View.month(from));
        }
        if (to - from >= MOST_MONTHS) {
            throw Refusal.invalid("from", "a query spans at most " + MOST_MONTHS + " months");
        }
    }

    private void chooseViews(List<Release> resolving, View whole) {
        if (query.vantage().vintage() != Vintage.ALL) {
            views.add(whole);
            return;
        }
        for (int i = resolving.size() - 1; i >= 0; i--) {
            View single = engine.views().of(List.of(resolving.get(i)));
            if (!single.releases(from, to).isEmpty()) {
                views.add(single);
            }
        }
    }

    private String pinned(Optional<String> position) {
        return query.pinned(from, to, releases.stream().map(Release::id).toList(), position);
    }

    /** The query in normal form, pinned to its releases: path and parameters, from the root of this service. */
    public String permalink() {
        return "/v1/" + query.slice().dataset().code() + "/series?" + parameters();
    }

    /** The parameters of the permalink. */
    public String parameters() {
        return query.cursor().isEmpty() ? pinned : pinned(query.cursor());
    }

    /** Those of another page. */
    public String parameters(String cursor) {
        return pinned(Optional.of(cursor));
    }

    /** Whether the client named the releases, so that the answer can never change. */
    public boolean isPermanent() {
        return !query.vantage().releases().isEmpty();
    }

    /**
     * Whether every cube is loaded and at most so many cells lie in the months to be read, so that no caller waits. Then the
     * cubes are held until the plan is run.
     */
    public boolean inMemory(long cells) {
        long sum = 0;
        for (Release release : releases) {
            Optional<Cube> cube = engine.cubes().loaded(release);
            if (cube.isEmpty()) {
                held.clear();
                return false;
            }
            held.put(release.number(), cube.get());
            sum += cube.get().cells(readFrom, readTo);
        }
        return sum <= cells;
    }

    private Cube cube(Release release) {
        Cube cube = held.get(release.number());
        return cube == null ? engine.cubes().get(release, codes) : cube;
    }

    private List<Period> periods() {
        List<Period> periods = new ArrayList<>();
        Period period = query.frequency().periodOf(View.month(from));
        while (View.number(period.first()) <= to) {
            periods.add(period);
            period = period.next();
        }
        return periods;
    }

    private long rows() {
        long rows = 0;
        for (View view : views) {
            for (Release release : view.releases(readFrom, readTo)) {
                rows += release.rows();
            }
        }
        return rows;
    }

    /** Throws as {@link SeriesEngine#monthly} does where cells can't be read. */
    public SeriesAnswer run() {
        List<Period> periods = periods();
        Budget.checkCells(rows(), views.size());
        Notes notes = new Notes(query);
        List<SeriesAnswer.Series> all = new ArrayList<>();
        for (View view : views) {
            Monthly monthly =
                    SeriesEngine.sum(query.slice(), query.groupBy(), codes, view, readFrom, readTo, this::cube);
            all.addAll(new Transformation(query, monthly, periods, from, to, notes).series());
        }
        if (query.order() != SeriesQuery.Order.CODE) {
            all.sort(Ranking.bySum(query.order()));
        }
        int end = Math.min(all.size(), cursor.offset() + query.limit());
        return new SeriesAnswer(
                query,
                query.transform()
                        .unit(
                                query.slice().measure().unit(),
                                query.base().map(Period::toString).orElse("")),
                query.transform().ratio()
                        ? Transformation.RATIO_SCALE
                        : Cube.scale(query.slice().measure()),
                periods,
                List.copyOf(all.subList(Math.min(cursor.offset(), end), end)),
                releases,
                notes.sentences(releases),
                Citation.of(releases),
                permalink(),
                all.size(),
                end < all.size() ? Optional.of(cursor.at(end)) : Optional.empty());
    }
}
