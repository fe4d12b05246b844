package org.puente.statistics.series;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.puente.kit.problem.Refusal;
import org.puente.statistics.dataset.Codes;
import org.puente.statistics.dataset.Dimension;
import org.puente.statistics.release.Release;
import org.puente.statistics.release.ReleaseKind;

/** Finds the releases that can answer a query. Views are kept, since most queries share a few of them. */
final class Views {

    private static final int KEPT = 256;

    private final Map<List<Integer>, View> views = new ConcurrentHashMap<>();

    View of(List<Release> preferredFirst) {
        if (views.size() > KEPT) {
            views.clear();
        }
        // Queries come by here all the time, so it is kept short: no stream.
        List<Integer> numbers = new ArrayList<>(preferredFirst.size());
        for (Release release : preferredFirst) {
            numbers.add(release.number());
        }
        return views.computeIfAbsent(numbers, key -> new View(preferredFirst));
    }

    /**
     * The releases that the vantage sees and that resolve the query, the preferred one first; never empty.
     *
     * @throws Refusal as unprocessable, naming what to import, if there is none; as invalid if no kind of file could
     *     ever resolve the dimensions together; as unknown for a release that doesn't exist
     */
    List<Release> resolving(
            List<Release> newestFirst, Slice slice, List<Dimension> groupBy, Vantage vantage, Codes codes) {
        Set<Dimension> touched = slice.touched(groupBy);
        Map<Dimension, Set<String>> allowed = slice.allowed(confining(newestFirst), codes);
        for (String id : vantage.releases()) {
            if (newestFirst.stream().noneMatch(release -> release.id().equals(id))) {
                throw Refusal.unknown("release", id);
            }
        }
        List<Release> found = new ArrayList<>();
        for (Release release : newestFirst) {
            if (release.kind().dataset() == slice.dataset()
                    && vantage.sees(release)
                    && release.resolves(touched, allowed)) {
                found.add(release);
            }
        }
        if (found.stream().allMatch(release -> release.months().isEmpty())) {
            throw unresolved(slice, touched, vantage);
        }
        if (vantage.vintage() == Vintage.FIRST) {
            Collections.reverse(found);
        }
        return found;
    }

    /** The dimensions by which some release is confined: filters on others don't decide which releases resolve a query. */
    private static Set<Dimension> confining(List<Release> releases) {
        Set<Dimension> confining = EnumSet.noneOf(Dimension.class);
        releases.forEach(release -> confining.addAll(release.scope().keySet()));
        return confining;
    }

    private static Refusal unresolved(Slice slice, Set<Dimension> touched, Vantage vantage) {
        List<ReleaseKind> kinds = List.of(ReleaseKind.values()).stream()
                .filter(kind -> kind.dataset() == slice.dataset())
                .toList();
        List<String> able = kinds.stream()
                .filter(kind -> kind.dimensions().containsAll(touched))
                .map(ReleaseKind::code)
                .toList();
        String dimensions = touched.isEmpty() ? "these figures" : names(touched);
        if (able.isEmpty()) {
            throw new Refusal(
                    Refusal.Kind.INVALID,
                    "No official file has " + dimensions + " together; they are published as "
                            + kinds.stream()
                                    .map(kind -> kind.code() + " (" + names(kind.dimensions()) + ")")
                                    .collect(Collectors.joining(", ")));
        }
        String seen = vantage.releases().isEmpty()
                ? vantage.asOf().map(day -> "No release published by " + day).orElse("No release")
                : "None of the releases named";
        return new Refusal(
                        Refusal.Kind.UNPROCESSABLE,
                        seen + " resolves " + dimensions + "; import an official file of one of these kinds: "
                                + String.join(", ", able))
                .with("kinds", able);
    }

    private static String names(Iterable<Dimension> dimensions) {
        List<String> names = new ArrayList<>();
        dimensions.forEach(dimension -> names.add(dimension.code()));
        return String.join(", ", names);
    }
}
