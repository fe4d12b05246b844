package org.puente.statistics.revision;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.puente.kit.page.Cursor;
import org.puente.kit.problem.Refusal;
import org.puente.statistics.dataset.Code;
import org.puente.statistics.dataset.Codes;
import org.puente.statistics.dataset.Dimension;
import org.puente.statistics.dataset.Measure;
import org.puente.statistics.release.Release;
import org.puente.statistics.revision.CellDifferences.Cell;
import org.puente.statistics.series.Filter;
import org.puente.statistics.series.SeriesQuery;

/** Two releases of a dataset, and which of their cells are compared. */
final class Comparison {

    private final Release since;
    private final Release release;
    private final Codes codes;
    private final List<Dimension> shared;
    private final SortedSet<YearMonth> months;
    private final Map<Dimension, Collection<Integer>> ordinals = new EnumMap<>(Dimension.class);

    /**
     * @param query its filters and months count, and nothing else
     * @throws Refusal where the releases have nothing in common, or the query filters by what one of them doesn't resolve
     */
    Comparison(Release since, Release release, SeriesQuery query, Codes codes) {
        this.since = since;
        this.release = release;
        this.codes = codes;
        shared = new ArrayList<>(release.kind().dimensions());
        shared.retainAll(since.kind().dimensions());
        months = common(query);
        query.slice().filters().forEach(this::confine);
        confine(since.scope());
        confine(release.scope());
    }

    CellDifferences.Question question() {
        return new CellDifferences.Question(
                new CellDifferences.Side(since.kind(), since.number()),
                new CellDifferences.Side(release.kind(), release.number()),
                shared,
                months,
                ordinals);
    }

    /** The sort keys in a cursor that {@link #answer} gave. */
    List<Object> position(String cursor) {
        if (cursor == null) {
            return List.of();
        }
        List<String> keys = Cursor.keys(cursor, 1 + shared.size());
        try {
            List<Object> position = new ArrayList<>();
            position.add(LocalDate.parse(keys.get(0)));
            keys.stream().skip(1).map(Integer::valueOf).forEach(position::add);
            return position;
        } catch (DateTimeException | NumberFormatException e) {
            throw Cursor.unreadable();
        }
    }

    /** @param limit of the page; one more cell was looked for to see whether another page follows */
    Changes answer(CellDifferences.Found found, int limit) {
        boolean more = found.cells().size() > limit;
        List<Cell> shown = more ? found.cells().subList(0, limit) : found.cells();
        return new Changes(
                shown.stream().map(this::item).toList(),
                found.total(),
                more ? cursor(shown.get(limit - 1)) : null,
                release.id(),
                since.id(),
                shared.stream().map(Dimension::code).toList(),
                months.size(),
                only(release, since),
                only(since, release));
    }

    private SortedSet<YearMonth> common(SeriesQuery query) {
        SortedSet<YearMonth> common = new TreeSet<>(release.months());
        common.retainAll(since.months());
        common.removeIf(
                month -> query.from().map(from -> month.isBefore(from.first())).orElse(false)
                        || query.to().map(to -> month.isAfter(to.last())).orElse(false));
        return common;
    }

    private void confine(Dimension dimension, Filter filter) {
        if (!shared.contains(dimension)) {
            throw Refusal.invalid(
                    dimension.code(),
                    "is not resolved by both releases; they share "
                            + String.join(
                                    ", ", shared.stream().map(Dimension::code).toList()));
        }
        ordinals.put(
                dimension,
                codes.of(dimension).stream()
                        .filter(code -> filter.codes().contains(code.code()) != filter.negated())
                        .map(Code::ordinal)
                        .toList());
    }

    private void confine(Map<Dimension, Set<String>> scope) {
        scope.forEach((dimension, allowed) -> {
            List<Integer> inScope = codes.of(dimension).stream()
                    .filter(code -> allowed.contains(code.code()))
                    .map(Code::ordinal)
                    .toList();
            Collection<Integer> both = new ArrayList<>(ordinals.getOrDefault(dimension, inScope));
            both.retainAll(inScope);
            ordinals.put(dimension, both);
        });
    }

    private Changes.Item item(Cell cell) {
        Map<String, String> key = new LinkedHashMap<>();
        for (int at = 0; at < shared.size(); at++) {
            Dimension dimension = shared.get(at);
            key.put(
                    dimension.code(),
                    codes.of(dimension).get(cell.ordinals().get(at)).code());
        }
        Changes.Change change = cell.before() == null
                ? Changes.Change.NEW
                : cell.after() == null ? Changes.Change.VANISHED : Changes.Change.REVISED;
        return new Changes.Item(cell.month().toString(), key, change, byCode(cell.before()), byCode(cell.after()));
    }

    private static Map<String, BigDecimal> byCode(Map<Measure, BigDecimal> values) {
        if (values == null) {
            return null;
        }
        Map<String, BigDecimal> byCode = new LinkedHashMap<>();
        values.forEach((measure, value) -> byCode.put(measure.code(), value));
        return byCode;
    }

    private String cursor(Cell last) {
        List<Object> keys = new ArrayList<>();
        keys.add(last.month().atDay(1));
        keys.addAll(last.ordinals());
        return Cursor.of(keys.toArray());
    }

    private static List<String> only(Release here, Release there) {
        return here.months().stream()
                .filter(month -> !there.covers(month))
                .map(YearMonth::toString)
                .toList();
    }
}
