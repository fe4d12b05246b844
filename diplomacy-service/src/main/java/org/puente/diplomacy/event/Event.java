package org.puente.diplomacy.event;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.puente.diplomacy.record.Basis;
import org.puente.diplomacy.record.Kind;
import org.puente.diplomacy.record.Link;
import org.puente.diplomacy.record.Precision;
import org.puente.diplomacy.record.Slug;
import org.puente.diplomacy.record.TimelineEntry;
import org.puente.diplomacy.record.Titled;
import org.puente.diplomacy.record.Violations;

/** Something that happened and matters to the story. */
@Schema(description = "Something that happened and matters to the story")
public record Event(
        @NotNull @Slug String slug,
        @Size(max = 40) String reference,
        @NotBlank @Size(max = 200) String title,
        @Size(max = 200) String titleEs,
        @Size(max = 4000) String description,
        @Size(max = 4000) String descriptionEs,
        @NotNull LocalDate date,
        Precision precision,

        @Schema(description = "The last day, where it took several")
        LocalDate until,

        @Schema(
                description =
                        "Whether it changed a state that stays, such as the end of a policy, until the last day if there is one")
        Boolean lasts,

        @Size(max = 50) List<@NotNull @Slug String> parties,
        @Size(max = 50) List<@NotNull @Slug String> topics,
        Basis basis,
        @Size(max = 50) List<@NotNull @Slug String> sources)
        implements Titled {

    @Override
    public List<String> english() {
        return Arrays.asList(description);
    }

    @Override
    public List<String> spanish() {
        return Arrays.asList(descriptionEs);
    }

    @Override
    public List<Link> links() {
        return Stream.of(
                        Link.all("parties", Kind.PARTY, parties),
                        Link.all("topics", Kind.TOPIC, topics),
                        Link.all("sources", Kind.SOURCE, sources))
                .flatMap(link -> link)
                .toList();
    }

    @Override
    public LocalDate firstDay() {
        return date;
    }

    @Override
    public LocalDate lastDay() {
        return until == null ? date : until;
    }

    @Override
    public List<TimelineEntry> timeline() {
        TimelineEntry entry = new TimelineEntry("event", date, precision, title, sources);
        if (until != null) {
            return List.of(entry.lasting(until.plusDays(1)));
        }
        return List.of(Boolean.TRUE.equals(lasts) ? entry.lasting(null) : entry);
    }

    @Override
    public void check(Violations violations) {
        violations.inOrder(date, until, "until", "date");
    }
}
