package org.puente.statistics.intake;

import static org.puente.statistics.release.DataCheck.MOST_FINDINGS;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.puente.statistics.dataset.Code;
import org.puente.statistics.dataset.Dimension;
import org.puente.statistics.dataset.Measure;
import org.puente.statistics.release.DataCheck;
import org.puente.statistics.release.DataCheck.Finding;
import org.puente.statistics.release.PublicationDate;
import org.puente.statistics.release.Release;
import org.puente.statistics.release.ReleaseKind;
import org.puente.statistics.release.StoredRelease;

/** Compares a new file with the releases that are there. What it finds is shown; it keeps no file out. */
final class Checks {

    /** Pounds in many cells carry noise of up to 3e-11 each; a month has a few hundred cells. */
    private static final BigDecimal TOTAL_TOLERANCE = new BigDecimal("0.000001");

    private final ReleaseKind kind;
    private final PublicationDate publishedOn;
    private final SortedMap<YearMonth, Map<Measure, BigDecimal>> totals;
    private final List<Known> others;

    /** A release that is there, and what its months add up to. */
    private record Known(Release release, SortedMap<YearMonth, Map<Measure, BigDecimal>> totals) {}

    /** @param others all releases that are not withdrawn */
    Checks(
            ReleaseKind kind,
            PublicationDate publishedOn,
            SortedMap<YearMonth, Map<Measure, BigDecimal>> totals,
            List<StoredRelease> others) {
        this.kind = kind;
        this.publishedOn = publishedOn;
        this.totals = totals;
        this.others = others.stream()
                .map(stored -> new Known(stored.toRelease(), stored.totals()))
                .sorted(Comparator.comparing(Known::release, Release.NEWEST_FIRST))
                .toList();
    }

    /** @param number of the release, whose cells are in the database already */
    List<DataCheck> all(Connection connection, int number, long rows, Map<Dimension, List<Code>> added)
            throws SQLException {
        List<DataCheck> checks = new ArrayList<>();
        checks.add(DataCheck.of(
                "natural-keys", rows + " lines, each with a month and codes of its own", null, 0, List.of()));
        checks.add(monthGaps());
        checks.add(newCodes(added));
        checks.add(vanishedMonths());
        checks.add(totalsAgainstEarlier());
        if (kind == ReleaseKind.ENCOUNTERS_BY_AREA || kind == ReleaseKind.ENCOUNTERS_BY_STATE) {
            checks.add(areaAgainstState(connection, number));
        }
        return checks;
    }

    private DataCheck monthGaps() {
        List<Finding> gaps = Stream.iterate(totals.firstKey(), month -> month.plusMonths(1))
                .takeWhile(month -> month.isBefore(totals.lastKey()))
                .filter(month -> !totals.containsKey(month))
                .map(month -> Finding.of(month.toString()))
                .toList();
        return DataCheck.of(
                "month-gaps",
                gaps.size() + " months without a line between " + totals.firstKey() + " and " + totals.lastKey(),
                null,
                gaps.size(),
                first(gaps));
    }

    private static DataCheck newCodes(Map<Dimension, List<Code>> added) {
        List<Finding> codes = added.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream()
                        .map(code -> new Finding(null, Map.of(entry.getKey().code(), code.code()), null, null, null)))
                .toList();
        return DataCheck.of("new-codes", codes.size() + " codes never seen before", null, codes.size(), first(codes));
    }

    /** Months inside of the file's own span: a window that moves on drops older ones by design. */
    private DataCheck vanishedMonths() {
        Optional<Release> earlier = earlier()
                .map(Known::release)
                .filter(release -> release.kind() == kind)
                .findFirst();
        if (earlier.isEmpty()) {
            return DataCheck.notApplicable("vanished-months", "There is no earlier release of this kind");
        }
        Release before = earlier.get();
        List<Finding> vanished = before.months().stream()
                .filter(month -> !month.isBefore(totals.firstKey()) && !totals.containsKey(month))
                .map(month -> Finding.of(month.toString()))
                .toList();
        long dropped = before.months().headSet(totals.firstKey()).size();
        return DataCheck.of(
                "vanished-months",
                vanished.size() + " months of the newest earlier release are missing; " + dropped
                        + " lie before the first month of this file",
                before.id(),
                vanished.size(),
                first(vanished));
    }

    private DataCheck totalsAgainstEarlier() {
        List<Known> earlier =
                earlier().filter(known -> known.release().scope().isEmpty()).toList();
        List<Finding> differences = new ArrayList<>();
        Set<String> compared = new TreeSet<>();
        long months = 0;
        for (Map.Entry<YearMonth, Map<Measure, BigDecimal>> month : totals.entrySet()) {
            Optional<Known> before = earlier.stream()
                    .filter(known -> known.totals().containsKey(month.getKey()))
                    .findFirst();
            if (before.isPresent()) {
                months++;
                compared.add(before.get().release().id());
                differences.addAll(differences(
                        month.getKey(), month.getValue(), before.get().totals().get(month.getKey())));
            }
        }
        if (months == 0) {
            return DataCheck.notApplicable("totals-against-earlier", "No earlier release covers a month of this file");
        }
        return DataCheck.of(
                "totals-against-earlier",
                months + " months compared with the newest earlier release that covers each; totals that differ: "
                        + differences.size(),
                String.join(", ", compared),
                differences.size(),
                first(differences));
    }

    private static List<Finding> differences(
            YearMonth month, Map<Measure, BigDecimal> here, Map<Measure, BigDecimal> before) {
        Map<Measure, BigDecimal> both = new TreeMap<>(here);
        both.keySet().retainAll(before.keySet());
        return both.keySet().stream()
                .filter(measure ->
                        here.get(measure).subtract(before.get(measure)).abs().compareTo(TOTAL_TOLERANCE) > 0)
                .map(measure ->
                        new Finding(month.toString(), null, measure.code(), here.get(measure), before.get(measure)))
                .toList();
    }

    /** Against the counterpart published nearest in time, of two equally near the newer. */
    private DataCheck areaAgainstState(Connection connection, int number) throws SQLException {
        ReleaseKind other = kind == ReleaseKind.ENCOUNTERS_BY_AREA
                ? ReleaseKind.ENCOUNTERS_BY_STATE
                : ReleaseKind.ENCOUNTERS_BY_AREA;
        Optional<Release> counterpart = others.stream()
                .map(Known::release)
                .filter(release -> release.kind() == other)
                .min(Comparator.comparingLong(this::daysApart));
        if (counterpart.isEmpty()) {
            return DataCheck.notApplicable("area-against-state", "There is no release of " + other.code());
        }
        Set<YearMonth> shared = new TreeSet<>(totals.keySet());
        shared.retainAll(counterpart.get().months());
        return Reconciliation.between(connection, kind, number, counterpart.get(), shared);
    }

    private long daysApart(Release release) {
        return Math.abs(
                release.publishedOn().first().toEpochDay() - publishedOn.first().toEpochDay());
    }

    /** Published no later than this file, the newest first. */
    private Stream<Known> earlier() {
        return others.stream()
                .filter(known -> known.release().kind().dataset() == kind.dataset()
                        && !known.release().publishedOn().knownSince().isAfter(publishedOn.knownSince()));
    }

    private static List<Finding> first(List<Finding> findings) {
        return findings.subList(0, Math.min(findings.size(), MOST_FINDINGS));
    }
}
