package org.puente.diplomacy.port;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.puente.diplomacy.record.Coded;
import org.puente.diplomacy.record.Kind;
import org.puente.diplomacy.record.Link;
import org.puente.diplomacy.record.Slug;
import org.puente.diplomacy.record.StatusSpan;
import org.puente.diplomacy.record.TimelineEntry;
import org.puente.diplomacy.record.Titled;
import org.puente.diplomacy.record.Violations;

/**
 * A land port of entry and what was done to it.
 *
 * @param area the field office that runs it, by the code that statistics use
 */
@Schema(description = "A land port of entry and the measures taken there")
public record Port(
        @NotNull @Slug String slug,
        @Size(max = 40) String reference,
        @NotBlank @Size(max = 200) String title,
        @Size(max = 200) String titleEs,

        @Schema(examples = "USA") @NotNull @Slug String country,

        @Schema(description = "The federal state, as two letters", examples = "TX")
        @NotNull
        @Pattern(regexp = "[A-Z]{2,3}", message = "must be two or three capitals")
        String state,

        @Schema(description = "The field office that runs it, as statistics name it", examples = "laredo-field-office")
        @Slug
        String area,

        @Schema(description = "What can cross") @NotEmpty @Size(max = 3)
        List<@NotNull Traffic> traffic,

        @Size(max = 200) List<@NotNull @Valid Measure> measures,
        @Size(max = 4000) String note,
        @Size(max = 50) List<@NotNull @Slug String> sources)
        implements Titled {

    /** What crosses a border. */
    public enum Traffic implements Coded {
        @JsonProperty("vehicles")
        VEHICLES,
        @JsonProperty("pedestrians")
        PEDESTRIANS,
        @JsonProperty("rail")
        RAIL
    }

    List<Measure> measuresOrNone() {
        return measures == null ? List.of() : measures;
    }

    @Override
    public List<String> english() {
        return Arrays.asList(note, state);
    }

    @Override
    public List<Link> links() {
        return Stream.of(
                        Link.one("country", Kind.PARTY, country),
                        measuresOrNone().stream()
                                .flatMap(measure -> Link.all("measures/sources", Kind.SOURCE, measure.sources()))
                                .distinct(),
                        Link.all("sources", Kind.SOURCE, sources))
                .flatMap(link -> link)
                .toList();
    }

    @Override
    public Set<String> labels() {
        Set<String> labels = new HashSet<>(Set.of("state:" + state));
        if (area != null) {
            labels.add("area:" + area);
        }
        traffic.forEach(what -> labels.add("traffic:" + what.code()));
        return labels;
    }

    @Override
    public LocalDate firstDay() {
        return measuresOrNone().stream()
                .map(Measure::from)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    @Override
    public LocalDate lastDay() {
        List<LocalDate> ends = measuresOrNone().stream().map(Measure::until).toList();
        return ends.stream().anyMatch(Objects::isNull)
                ? null
                : ends.stream().max(Comparator.naturalOrder()).orElse(null);
    }

    /** The gravest measure of a day decides. */
    String statusOn(LocalDate day) {
        return measuresOrNone().stream()
                .filter(measure -> measure.on(day))
                .map(Measure::kind)
                .max(Comparator.naturalOrder())
                .map(Measure.MeasureKind::code)
                .orElse("open");
    }

    @Override
    public List<StatusSpan> statuses() {
        TreeSet<LocalDate> days = new TreeSet<>(Set.of(StatusSpan.BEGINNING));
        for (Measure measure : measuresOrNone()) {
            days.add(measure.from());
            if (measure.until() != null) {
                days.add(measure.until());
            }
        }
        List<StatusSpan> spans = new ArrayList<>();
        LocalDate from = days.first();
        while (from != null) {
            String status = statusOn(from);
            LocalDate until = days.higher(from);
            while (until != null && statusOn(until).equals(status)) {
                until = days.higher(until);
            }
            spans.add(new StatusSpan(StatusSpan.WHOLE, status, from, until));
            from = until;
        }
        return spans;
    }

    @Override
    public List<TimelineEntry> timeline() {
        List<TimelineEntry> entries = new ArrayList<>();
        for (Measure measure : measuresOrNone()) {
            List<String> its = measure.sources() == null || measure.sources().isEmpty() ? sources : measure.sources();
            TimelineEntry begins = new TimelineEntry(
                    "port-measure",
                    measure.from(),
                    measure.fromPrecision(),
                    title + ": " + measure.words() + " " + measure.kind().code(),
                    its);
            entries.add(begins.lasting(measure.until()));
            if (measure.until() != null) {
                entries.add(new TimelineEntry(
                        "port-measure",
                        measure.until(),
                        measure.untilPrecision(),
                        title + ": " + measure.words() + " resumed",
                        its));
            }
        }
        return entries;
    }

    @Override
    public void check(Violations violations) {
        for (int i = 0; i < measuresOrNone().size(); i++) {
            Measure measure = measuresOrNone().get(i);
            if (measure != null && measure.from() != null && measure.until() != null) {
                violations.require(
                        measure.until().isAfter(measure.from()),
                        "measures[" + i + "].until",
                        "must be after from (" + measure.from() + "): it is the day on which traffic resumed");
            }
        }
    }
}
