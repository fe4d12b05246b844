package org.puente.gateway.impact;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.puente.gateway.diplomacy.TimelineEntry;

/**
 * Something else that happened between the months compared and may explain a change as well.
 *
 * @param overlap how much more of the months after the agreement it was in effect than of the months which they are
 *     compared with, as a share of the same number for the agreement: 1 where it separates the two as sharply as the
 *     agreement does, 0 where it tells nothing apart
 */
@Schema(description = "Something else that happened between the months compared and may explain a change as well")
public record Rival(
        @Schema(examples = "event") String kind,
        @Schema(examples = "2023-05-11") LocalDate date,
        String title,
        String link,

        @Schema(
                description =
                        "Share of the months after in which it was in effect, less that of the months compared with: "
                                + "1 where it separates the two as sharply as the agreement, 0 where not at all",
                examples = "1.0")
        double overlap) {

    static Rival of(TimelineEntry entry, Comparison comparison) {
        double overlap = Math.min(1, comparison.separatedBy(entry.date()) / comparison.separatedBy(comparison.event()));
        return new Rival(entry.kind(), entry.date(), entry.title(), entry.link(), Math.round(overlap * 1000) / 1000.0);
    }

    boolean isFull() {
        return overlap >= 1;
    }

    /**
     * The months compared: some full ones after the event, and the same of the year before.
     *
     * @param first the first full month after the event
     */
    record Comparison(LocalDate event, YearMonth first, int months) {

        LocalDate start() {
            return first.minusYears(1).atDay(1);
        }

        LocalDate end() {
            return first.plusMonths(months).atDay(1).minusDays(1);
        }

        /** How much more of the months after than of those before something was in effect that began on this day. */
        private double separatedBy(LocalDate since) {
            return share(first, since) - share(first.minusYears(1), since);
        }

        private double share(YearMonth from, LocalDate since) {
            LocalDate begin = from.atDay(1);
            LocalDate end = from.plusMonths(months).atDay(1);
            long length = ChronoUnit.DAYS.between(begin, end);
            long covered = ChronoUnit.DAYS.between(since.isBefore(begin) ? begin : since, end);
            return (double) Math.max(0, covered) / length;
        }
    }
}
