package org.puente.statistics.series;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.puente.kit.problem.Refusal;
import org.puente.statistics.cube.Cube;
import org.puente.statistics.cube.Cubes;
import org.puente.statistics.cube.Scan;
import org.puente.statistics.dataset.Codes;
import org.puente.statistics.dataset.Dimension;
import org.puente.statistics.release.Catalog;
import org.puente.statistics.release.Release;

/**
 * Answers queries from the cubes of the releases that the catalog knows. A first query on a release waits for its cube, so
 * callers on an event loop ask {@link Plan#inMemory()} first.
 */
@ApplicationScoped
public class SeriesEngine {

    private final Supplier<Catalog.Snapshot> catalog;
    private final Cubes cubes;
    private final Views views = new Views();

    @Inject
    SeriesEngine(Catalog catalog, Cubes cubes) {
        this(catalog::snapshot, cubes);
    }

    /** @param catalog the releases and codes at the moment of a query */
    public SeriesEngine(Supplier<Catalog.Snapshot> catalog, Cubes cubes) {
        this.catalog = catalog;
        this.cubes = cubes;
    }

    /** The figures of every month that a release covers. @see #monthly(Slice, List, Vantage, Optional, Optional) */
    public Monthly monthly(Slice slice, List<Dimension> groupBy, Vantage vantage) {
        return monthly(slice, groupBy, vantage, Optional.empty(), Optional.empty());
    }

    /**
     * Adds up a slice month by month, each from the release that the vantage prefers.
     *
     * @param groupBy without repetition; empty for one total
     * @param from    the first month, the first covered one where empty
     * @param to      the last month, the last covered one where empty
     * @throws Refusal as unprocessable, naming what to import, if no release resolves the dimensions; as invalid if no
     *     kind of file has them together; as unknown if the vantage names a release that doesn't exist; as unavailable if
     *     the database can't be read
     */
    public Monthly monthly(
            Slice slice, List<Dimension> groupBy, Vantage vantage, Optional<YearMonth> from, Optional<YearMonth> to) {
        Catalog.Snapshot snapshot = catalog.get();
        Codes codes = snapshot.codes().get(slice.dataset());
        View view = views.of(views.resolving(snapshot.releases(), slice, groupBy, vantage, codes));
        int first = from.map(View::number).orElse(view.first());
        int last = to.map(View::number).orElse(view.last());
        return sum(slice, groupBy, codes, view, first, Math.max(first, last), release -> cubes.get(release, codes));
    }

    /** Resolves a query to the releases that serve it, without reading any figure. Throws as {@link #monthly} does. */
    public Plan plan(SeriesQuery query) {
        return new Plan(this, catalog.get(), query);
    }

    /** {@link #plan} and answer. */
    public SeriesAnswer run(SeriesQuery query) {
        return plan(query).run();
    }

    Views views() {
        return views;
    }

    Cubes cubes() {
        return cubes;
    }

    /** Reads the months from the one to the other, both included. */
    static Monthly sum(
            Slice slice,
            List<Dimension> groupBy,
            Codes codes,
            View view,
            int from,
            int to,
            Function<Release, Cube> cubes) {
        Grouping grouping = new Grouping(slice, groupBy, codes);
        int groups = grouping.cut().groups();
        Budget.checkSums(groups, Math.min(to, view.last()) - Math.max(from, view.first()) + 1L);
        long[][] byGroup = new long[groups][];
        long[] sums = new long[groups + 1];
        Scan scan = null;
        Release scanned = null;
        for (int month = Math.max(from, view.first()); month <= Math.min(to, view.last()); month++) {
            Release release = view.release(month);
            if (release == null) {
                continue;
            }
            if (release != scanned) {
                scan = cubes.apply(release).scan(grouping.cut(), slice.measure());
                scanned = release;
            }
            scan.add(month, sums);
            harvest(sums, byGroup, month - from, to - from + 1);
        }
        return new Monthly(slice.measure(), groupBy, view, from, to, groups(grouping, byGroup, to - from + 1));
    }

    private static void harvest(long[] sums, long[][] byGroup, int index, int months) {
        for (int group = 0; group < byGroup.length; group++) {
            if (sums[group] != 0) {
                if (byGroup[group] == null) {
                    byGroup[group] = new long[months];
                }
                byGroup[group][index] = sums[group];
                sums[group] = 0;
            }
        }
    }

    private static List<Group> groups(Grouping grouping, long[][] byGroup, int months) {
        List<Group> groups = new ArrayList<>();
        for (int group = 0; group < byGroup.length; group++) {
            if (byGroup[group] != null || grouping.named()) {
                long[] sums = byGroup[group] == null ? new long[months] : byGroup[group];
                groups.add(new Group(grouping.codes(group), sums));
            }
        }
        return groups;
    }
}
