package org.puente.statistics.change;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.puente.kit.wording.SentenceCode;

/** What changed after an event, with everything that the numbers were computed from. */
@Schema(
        name = "Change",
        requiredProperties = {
            "event",
            "slice",
            "unit",
            "firstFullMonth",
            "partialMonth",
            "windows",
            "interruptedTimeSeries",
            "contrast",
            "headline",
            "headlineCode",
            "confidence",
            "warnings",
            "warningCodes",
            "regimes",
            "inputs",
            "releases"
        },
        description = "What changed after an event, and everything it was computed from")
record ChangeAnswer(
        @Schema(examples = "2023-05-11") LocalDate event,

        @Schema(
                description = "Dataset, measure and filters, as the series has them",
                examples = "{\"dataset\": \"encounters\", \"measure\": \"encounters\", \"region\": \"southwest\"}")
        Map<String, String> slice,

        @Schema(description = "Unit of the counts", examples = "encounters")
        String unit,

        @Schema(implementation = String.class, examples = "2023-06")
        YearMonth firstFullMonth,

        @Schema(
                implementation = String.class,
                description = "The month that the event splits; it belongs to neither side",
                nullable = true,
                examples = "2023-05")
        YearMonth partialMonth,

        List<Window> windows,

        @Schema(description = "Null where the months can't carry it; a warning says why", nullable = true)
        InterruptedTimeSeries interruptedTimeSeries,

        @Schema(description = "Null unless asked for and possible", nullable = true)
        Contrast contrast,

        @Schema(
                description = "One sentence with its number, or why there is none",
                examples =
                        "Encounters (Southwest border) changed by +1.2 % after 2023-05-11: 6,561 a day over the 12 full months from 2023-06 on, 6,481 a day in the same months of the year before.")
        String headline,

        @Schema(
                description = "What the headline says: changed, or with `confidence: refused` first-month-not-covered,"
                        + " months-not-covered or redefined",
                examples =
                        "{\"code\": \"changed\", \"values\": {\"firstMonth\": \"2023-06\", \"months\": 12, \"perDay\": 6890.601093, \"perDayYearBefore\": 6807.030137, \"percent\": 1.2277}}")
        SentenceCode headlineCode,

        @Schema(description = "How much the headline can be relied on, by the rules in docs/methods.md")
        Confidence confidence,

        @Schema(
                description = "What to bear in mind, in words",
                examples = "[\"May 2023 is left out: the event splits it.\"]")
        List<String> warnings,

        @Schema(
                description = "What each warning says, in the order of the warnings; docs/methods.md lists the codes",
                examples = "[{\"code\": \"month-split\", \"values\": {\"month\": \"2023-05\"}}]")
        List<SentenceCode> warningCodes,

        @Schema(description = "Changes of definition between the first and the last month of the headline")
        List<Regime> regimes,

        @Schema(description = "The months that the numbers were computed from")
        List<Input> inputs,

        @Schema(description = "The releases that the inputs come from")
        List<ChangeRelease> releases) {

    /** A month with its count. */
    @Schema(
            name = "ChangeInput",
            requiredProperties = {"month", "count", "days", "status", "release"},
            description = "A month with its count")
    record Input(
            @Schema(implementation = String.class, examples = "2023-06")
            YearMonth month,

            @Schema(examples = "144556") BigDecimal count,
            @Schema(examples = "30") int days,

            @Schema(description = "final or provisional", examples = "final")
            String status,

            @Schema(description = "Id of the release", examples = "encounters-by-area-2024-10-5f1d0c3a")
            String release) {}
}
