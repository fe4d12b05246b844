package org.puente.statistics.figure.scope;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.puente.statistics.dataset.Dataset;
import org.puente.statistics.dataset.Measure;

/**
 * A number whose scope is sought.
 *
 * @param measure what is added up
 * @param unit    what is made of the sums
 * @param from    with {@code to}: spans lie within these months; empty: anywhere
 * @param asOf    only what was published by the end of that day counts
 */
record ScopeQuery(
        BigDecimal value,
        Measure measure,
        ScopeUnit unit,
        Optional<YearMonth> from,
        Optional<YearMonth> to,
        Optional<LocalDate> asOf,
        int limit) {

    Dataset dataset() {
        return measure == Measure.ENCOUNTERS ? Dataset.ENCOUNTERS : Dataset.DRUG_SEIZURES;
    }
}
