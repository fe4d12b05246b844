package org.puente.statistics.change;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/**
 * Where an event falls among months. A month that the event splits belongs to neither side and is left out; an event on the
 * first of a month splits none.
 *
 * @param firstFull the first full month after the event
 * @param partial   the month that the event splits
 */
record EventMonth(YearMonth firstFull, Optional<YearMonth> partial) {

    static EventMonth of(LocalDate event) {
        YearMonth month = YearMonth.from(event);
        return event.getDayOfMonth() == 1
                ? new EventMonth(month, Optional.empty())
                : new EventMonth(month.plusMonths(1), Optional.of(month));
    }

    /** How many months lie between the last full month before the event and the first one after it: 0 or 1. */
    int gap() {
        return partial.isPresent() ? 1 : 0;
    }
}
