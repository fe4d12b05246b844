package org.puente.gateway.impact;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.puente.gateway.diplomacy.Agreement;
import org.puente.gateway.statistics.Statistics;

/**
 * An agreement as a question about what came after it.
 *
 * @param action the action that it counts from
 * @param after  the full months that follow
 * @param change the query that asks the statistics service for the change
 */
record Question(Agreement agreement, Agreement.Action action, Months after, String change) {

    /** The longest that same months of the year before can be compared without meeting the event twice. */
    private static final int WINDOW = 12;

    /** The action that an agreement counts from is the first of these that it has. */
    private static final List<String> DECISIVE = List.of("entered-into-force", "signed", "announced");

    /** Empty where the agreement had no action to count from by the end of that day; null for all days. */
    static Optional<Question> of(Agreement agreement, LocalDate asOf) {
        return DECISIVE.stream()
                .flatMap(kind -> agreement.actions().stream()
                        .filter(action -> action.kind().equals(kind))
                        .filter(action -> asOf == null || !action.date().isAfter(asOf)))
                .findFirst()
                .map(action -> new Question(
                        agreement,
                        action,
                        new Months(firstFullMonth(action.date()), WINDOW),
                        change(agreement, action, asOf)));
    }

    /** An event on the first of a month splits none. */
    private static YearMonth firstFullMonth(LocalDate event) {
        YearMonth month = YearMonth.from(event);
        return event.getDayOfMonth() == 1 ? month : month.plusMonths(1);
    }

    private static String change(Agreement agreement, Agreement.Action action, LocalDate asOf) {
        String nationalities = agreement.nationalities().isEmpty() ? null : String.join(",", agreement.nationalities());
        return Statistics.CHANGE
                .at()
                .with("event", action.date())
                .with("region", "southwest")
                .with("citizenship", nationalities)
                .with("contrast", nationalities == null ? null : "others")
                .with("window", WINDOW)
                .with("asOf", asOf)
                .query();
    }
}
