package org.puente.statistics.release;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import org.puente.statistics.calendar.FiscalYear;
import org.puente.statistics.dataset.Dimension;

/**
 * One official file, or one table of published totals, as published once. Immutable but for its withdrawal.
 *
 * @param number    its number in the database, which cells refer to; never leaves the service
 * @param id        its name in URLs, such as {@code encounters-by-area-2024-10-5f1d0c3a}
 * @param sourceUrl where the publisher offers it, null where unknown
 * @param fileName  null for reference data
 * @param estimated whether {@code publishedOn} was derived from the last month covered
 * @param months    the months covered; an absent cell in one of them is a true zero
 * @param scope     codes to which the release is confined, by dimension: figures for the southwest border alone say nothing
 *                  about any other region. Empty for a release that covers everything its kind does
 * @param rows      lines of the file
 */
public record Release(
        int number,
        String id,
        ReleaseKind kind,
        String publisher,
        String title,
        String sourceUrl,
        String fileName,
        String sha256,
        PublicationDate publishedOn,
        boolean estimated,
        Instant importedAt,
        SortedSet<YearMonth> months,
        Map<Dimension, Set<String>> scope,
        long rows,
        Optional<Withdrawal> withdrawal) {

    /** The newest publication first; of one day, in order of {@link ReleaseKind}, then the latest import first. */
    public static final Comparator<Release> NEWEST_FIRST = Comparator.comparing(
                    (Release release) -> release.publishedOn().knownSince())
            .reversed()
            .thenComparing(Release::kind)
            .thenComparing(Comparator.comparing(Release::number).reversed());

    /** A release published by mistake: it stays readable by its id and serves no view. */
    public record Withdrawal(Instant at, String reason) {}

    public boolean covers(YearMonth month) {
        return months.contains(month);
    }

    public boolean knownOn(LocalDate day) {
        return !publishedOn.knownSince().isAfter(day);
    }

    /** Whether the figures of that month may still grow: its fiscal year was open when the release was published. */
    public boolean provisional(YearMonth month) {
        return !FiscalYear.of(month).closedBefore(publishedOn.first());
    }

    /**
     * Whether it can answer a query that filters or groups by these dimensions.
     *
     * @param allowed the codes that the query's filters leave, by dimension; a dimension without a filter has no entry
     */
    public boolean resolves(Set<Dimension> touched, Map<Dimension, Set<String>> allowed) {
        if (!kind.dimensions().containsAll(touched)) {
            return false;
        }
        for (Map.Entry<Dimension, Set<String>> confined : scope.entrySet()) {
            Set<String> codes = allowed.get(confined.getKey());
            if (codes == null || !confined.getValue().containsAll(codes)) {
                return false;
            }
        }
        return true;
    }
}
