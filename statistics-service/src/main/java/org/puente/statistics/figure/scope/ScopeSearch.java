package org.puente.statistics.figure.scope;

import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import org.puente.statistics.figure.scope.Candidate.Reading;

/** One search; not to be used twice. */
final class ScopeSearch {

    /** Shares and changes of narrower slices than this reproduce any percentage by chance. */
    private static final int MOST_FILTERS_OF_A_PERCENTAGE = 2;

    private static final int LONGEST_SPAN = 12;

    private final ScopeCube cube;
    private final ScopeQuery query;
    private final Closeness.Scale scale;
    private final int[] slices;
    private final PriorityQueue<Candidate> kept = new PriorityQueue<>(Candidate.BEST_FIRST.reversed());

    ScopeSearch(ScopeCube cube, ScopeQuery query) {
        this.cube = cube;
        this.query = query;
        this.scale = new Closeness.Scale(query.value());
        int mostFilters = query.unit() == ScopeUnit.PERCENT ? MOST_FILTERS_OF_A_PERCENTAGE : Integer.MAX_VALUE;
        this.slices = cube.slices(mostFilters);
    }

    /** As many as the query wants, best first. */
    List<Candidate> run() {
        int first = Math.max(0, query.from().map(cube::index).orElse(0));
        int end = Math.min(cube.months(), query.to().map(cube::index).orElse(cube.months() - 1) + 1);
        for (int from = first; from < end; from++) {
            for (int to = from + 1; to <= Math.min(end, from + LONGEST_SPAN); to++) {
                if (cube.covers(from, to)) {
                    tryAllSlices(Span.of(cube, query, from, to));
                }
            }
        }
        List<Candidate> best = new ArrayList<>(kept);
        best.sort(Candidate.BEST_FIRST);
        return best;
    }

    private void tryAllSlices(Span span) {
        for (int slice : slices) {
            double sum = cube.sum(slice, span.from(), span.to());
            switch (query.unit()) {
                case TOTAL -> offer(slice, span, Reading.TOTAL, -1, sum);
                case PER_DAY -> offer(slice, span, Reading.PER_DAY, -1, sum / span.days());
                case PERCENT -> percentages(slice, span, sum);
            }
        }
    }

    private void percentages(int slice, Span span, double sum) {
        for (int wider : cube.wider(slice)) {
            offer(slice, span, Reading.SHARE, wider, 100 * sum / cube.sum(wider, span.from(), span.to()));
        }
        int length = span.to() - span.from();
        change(slice, span, Reading.CHANGE, span.from() - length, sum);
        if (length < LONGEST_SPAN) {
            change(slice, span, Reading.CHANGE_ON_YEAR, span.from() - LONGEST_SPAN, sum);
        }
    }

    private void change(int slice, Span span, Reading reading, int before, double sum) {
        int end = before + span.to() - span.from();
        if (cube.covers(before, end)) {
            offer(slice, span, reading, -1, 100 * (sum / cube.sum(slice, before, end) - 1));
        }
    }

    private void offer(int slice, Span span, Reading reading, int whole, double value) {
        Closeness closeness = scale.of(value);
        if (closeness == Closeness.FAR) {
            return;
        }
        Candidate candidate = new Candidate(
                slice,
                span,
                reading,
                whole,
                value,
                closeness,
                2 * cube.filters(slice) + span.complexity() + (reading == Reading.CHANGE_ON_YEAR ? 1 : 0),
                Math.abs(value - query.value().doubleValue()));
        if (kept.size() < query.limit()) {
            kept.add(candidate);
        } else if (Candidate.BEST_FIRST.compare(candidate, kept.peek()) < 0) {
            kept.poll();
            kept.add(candidate);
        }
    }
}
