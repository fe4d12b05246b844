package org.puente.statistics.series;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.puente.statistics.dataset.Code;

/** Orders groups by what they are over the months asked for, and folds the small ones into one. */
final class Ranking {

    private Ranking() {}

    /** A group, and its sum over the months asked for. */
    record Ranked(Group group, long sum) {}

    static List<Ranked> rank(List<Group> groups, int from, int to) {
        List<Ranked> ranked = new ArrayList<>(groups.size());
        for (Group group : groups) {
            long sum = 0;
            for (int month = from; month <= to; month++) {
                sum += group.sums()[month];
            }
            ranked.add(new Ranked(group, sum));
        }
        return ranked;
    }

    /** Keeps the largest groups, in their order, and adds the others up into one more group of rest codes. */
    static List<Ranked> fold(List<Ranked> ranked, int top) {
        if (top == 0 || ranked.size() <= top) {
            return ranked;
        }
        List<Ranked> largest = ranked.stream()
                .sorted(Comparator.comparingLong(Ranked::sum).reversed())
                .limit(top)
                .toList();
        List<Ranked> kept = new ArrayList<>(ranked);
        kept.retainAll(largest);
        List<Ranked> others = new ArrayList<>(ranked);
        others.removeAll(largest);
        kept.add(rest(others));
        return kept;
    }

    private static Ranked rest(List<Ranked> others) {
        Group first = others.get(0).group();
        long[] sums = new long[first.sums().length];
        for (Ranked other : others) {
            for (int i = 0; i < sums.length; i++) {
                sums[i] += other.group().sums()[i];
            }
        }
        List<Code> codes = first.codes().stream().map(code -> SeriesAnswer.REST).toList();
        return new Ranked(
                new Group(codes, sums), others.stream().mapToLong(Ranked::sum).sum());
    }

    static Comparator<SeriesAnswer.Series> bySum(SeriesQuery.Order order) {
        Comparator<SeriesAnswer.Series> bySum = Comparator.comparingLong(SeriesAnswer.Series::sum);
        return Comparator.comparing(Ranking::isRest)
                .thenComparing(order == SeriesQuery.Order.VALUE ? bySum : bySum.reversed());
    }

    private static boolean isRest(SeriesAnswer.Series series) {
        return series.codes().contains(SeriesAnswer.REST);
    }
}
