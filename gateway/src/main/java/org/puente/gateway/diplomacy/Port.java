package org.puente.gateway.diplomacy;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A land port of entry with the measures that closed it. */
@Schema(name = "PortBrief", description = "A land port of entry with the measures that suspended or reduced it")
public record Port(
        @Schema(examples = "lukeville") String slug,
        String title,
        @Schema(examples = "AZ") String state,

        @Schema(
                description = "The area of responsibility it lies in",
                nullable = true,
                examples = "tucson-field-office")
        String area,

        @Schema(examples = "open") String status,
        List<Measure> measures) {

    /** Traffic suspended or reduced for a time. */
    @Schema(name = "PortMeasure", description = "Traffic suspended or reduced for a time")
    public record Measure(
            String kind,
            List<String> traffic,
            LocalDate from,

            @Schema(description = "The day on which traffic resumed; null while it lasts", nullable = true)
            LocalDate until,

            @Schema(nullable = true) String note) {}
}
