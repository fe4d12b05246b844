package org.puente.diplomacy.port;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.puente.diplomacy.reading.Editorial;
import org.puente.diplomacy.reading.RecordType.Seen;
import org.puente.diplomacy.reading.Ref;
import org.puente.diplomacy.reading.Ref.PartyRef;
import org.puente.diplomacy.record.Precision;
import org.puente.diplomacy.record.StatusSpan;

@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "PortView", description = "A land port of entry and its status on the day that was asked for")
record PortView(
        @Schema(required = true, examples = "lukeville") String slug,
        String reference,
        @Schema(required = true) String title,
        String titleEs,
        PartyRef country,
        @Schema(required = true, examples = "AZ") String state,
        @Schema(examples = "tucson-field-office") String area,
        @Schema(required = true) List<Port.Traffic> traffic,

        @Schema(required = true, description = "The day for which the status is told")
        LocalDate on,

        @Schema(
                required = true,
                enumeration = {"open", "reduced", "suspended"})
        String status,

        @Schema(description = "The first day of this status; missing before the first measure")
        LocalDate statusSince,

        @Schema(required = true) List<MeasureView> measures,
        String note,
        @Schema(required = true) List<Ref> sources,
        @Schema(required = true) Editorial editorial) {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "MeasureView", description = "Traffic suspended or reduced for a time")
    record MeasureView(
            @Schema(required = true) Measure.MeasureKind kind,
            @Schema(required = true) List<Port.Traffic> traffic,
            @Schema(required = true) LocalDate from,
            @Schema(required = true) Precision fromPrecision,

            @Schema(description = "The day on which traffic resumed; missing while the measure lasts")
            LocalDate until,

            Precision untilPrecision,
            String note,
            @Schema(required = true) List<Ref> sources) {}

    static PortView of(Seen<Port> seen) {
        Port port = seen.content();
        StatusSpan now = port.statuses().stream()
                .filter(span -> span.covers(seen.lens().on()))
                .findFirst()
                .orElseThrow();
        return new PortView(
                port.slug(),
                port.reference(),
                port.title(),
                port.titleEs(),
                seen.linked().party("country"),
                port.state(),
                port.area(),
                port.traffic(),
                seen.lens().on(),
                now.status(),
                now.from().equals(StatusSpan.BEGINNING) ? null : now.from(),
                port.measuresOrNone().stream()
                        .map(measure -> measure(measure, port, seen))
                        .toList(),
                port.note(),
                seen.linked().all("sources"),
                seen.editorial());
    }

    private static MeasureView measure(Measure measure, Port port, Seen<Port> seen) {
        boolean all = measure.traffic() == null || measure.traffic().isEmpty();
        List<String> sources = measure.sources() == null ? List.of() : measure.sources();
        return new MeasureView(
                measure.kind(),
                all ? port.traffic() : measure.traffic(),
                measure.from(),
                Precision.orDay(measure.fromPrecision()),
                measure.until(),
                measure.until() == null ? null : Precision.orDay(measure.untilPrecision()),
                measure.note(),
                sources.isEmpty()
                        ? seen.linked().all("sources")
                        : sources.stream()
                                .map(slug -> seen.linked().named("measures/sources", slug))
                                .filter(Objects::nonNull)
                                .toList());
    }
}
