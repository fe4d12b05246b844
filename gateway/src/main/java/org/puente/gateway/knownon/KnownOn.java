package org.puente.gateway.knownon;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.puente.gateway.diplomacy.Agreement;
import org.puente.gateway.statistics.Months;
import org.puente.gateway.statistics.Release;
import org.puente.gateway.statistics.Series;
import org.puente.gateway.upstream.Missing;

/** Both ledgers as they stood on a day. */
@Schema(description = "Both ledgers as they stood on a day")
record KnownOn(
        LocalDate on,

        @Schema(description = "Null where statistics is missing")
        Encounters encounters,

        @Schema(description = "The agreements in force on that day; null where diplomacy is missing")
        List<Agreement> agreements,

        List<Missing> missing) {

    /** Monthly figures as published by the day, beside those of today. */
    @Schema(name = "KnownEncounters", description = "Monthly figures as published by that day, beside those of today")
    record Encounters(
            String unit,
            @Schema(description = "The oldest month first") List<Month> months,

            @Schema(description = "The official files that were known")
            List<Release> releases,

            String citation,

            @Schema(description = "What was known, for ever")
            String permalink) {}

    /** One month. */
    @Schema(name = "KnownMonth", description = "One month, as it was known on that day and as it reads today")
    record Month(
            @Schema(examples = "2023-11") String period,

            @Schema(description = "As known on that day", examples = "242418")
            BigDecimal known,

            @Schema(
                    description = "As it reads today; null where that can't be had",
                    nullable = true,
                    examples = "242399")
            BigDecimal today,

            @Schema(description = "Whether it was revised since", nullable = true)
            Boolean revised) {}

    /** @param today null where it can't be had */
    static Encounters encounters(Series known, Series today) {
        Months now = new Months(today);
        List<Month> months = new ArrayList<>();
        known.only().ifPresent(line -> line.points().stream()
                .filter(point -> point.value() != null)
                .forEach(point -> months.add(month(point, now.at(point.period())))));
        return new Encounters(known.unit(), months, known.releases(), known.citation(), known.permalink());
    }

    private static Month month(Series.Point point, BigDecimal today) {
        Boolean revised = today == null ? null : today.compareTo(point.value()) != 0;
        return new Month(point.period(), point.value(), today, revised);
    }
}
