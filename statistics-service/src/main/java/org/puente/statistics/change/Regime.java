package org.puente.statistics.change;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A time in which a dataset counted something else than before and after it. Its first and last day are changes of
 * definition: figures from either side of one of them don't measure the same thing.
 *
 * @param dataset   code of the dataset
 * @param redefines dimensions whose categories exist only in the regime, or take up what it ends: a slice of one of them
 *                  changes at its ends by definition
 */
@Schema(
        name = "Regime",
        requiredProperties = {"id", "title", "dataset", "from", "to", "change", "redefines", "sources"},
        description = "A time in which the dataset counted something else than before and after it")
record Regime(
        @Schema(examples = "title-42") String id,
        @Schema(examples = "Title 42 expulsions") String title,
        @Schema(examples = "encounters") String dataset,
        @Schema(examples = "2020-03-21") LocalDate from,
        @Schema(examples = "2023-05-11") LocalDate to,
        @Schema(description = "What is counted differently") String change,

        @Schema(description = "Dimensions that it redefines", examples = "[\"authority\", \"type\"]")
        Set<String> redefines,

        List<Source> sources) {

    /** Where the regime is documented. */
    @Schema(
            name = "RegimeSource",
            requiredProperties = {"title", "publisher", "url"},
            description = "Where the regime is documented")
    record Source(
            @Schema(examples = "Nationwide Enforcement Encounters: Title 8 Enforcement Actions and Title 42 Expulsions")
            String title,

            @Schema(examples = "US Customs and Border Protection")
            String publisher,

            @Schema(
                    examples =
                            "https://www.cbp.gov/newsroom/stats/cbp-enforcement-statistics/title-8-and-title-42-statistics")
            String url) {}

    /** Whether it begins or ends between these months, both included. */
    @JsonIgnore
    boolean changesWithin(YearMonth first, YearMonth last) {
        return Stream.of(from, to)
                .map(YearMonth::from)
                .anyMatch(boundary -> !boundary.isBefore(first) && !boundary.isAfter(last));
    }
}
