package org.puente.diplomacy.engagement;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.puente.diplomacy.record.Basis;
import org.puente.diplomacy.record.Coded;
import org.puente.diplomacy.record.Kind;
import org.puente.diplomacy.record.Link;
import org.puente.diplomacy.record.Precision;
import org.puente.diplomacy.record.Slug;
import org.puente.diplomacy.record.TimelineEntry;
import org.puente.diplomacy.record.Titled;
import org.puente.diplomacy.record.Violations;

/** Officials talk, to each other or to the press. */
@Schema(description = "Officials talk, to each other or to the press")
public record Engagement(
        @NotNull @Slug String slug,

        @Schema(examples = "E3") @Size(max = 40) String reference,

        @NotBlank @Size(max = 200) String title,
        @Size(max = 200) String titleEs,
        @NotNull EngagementKind kind,
        @NotNull LocalDate date,
        Precision precision,

        @Schema(description = "The last day, where it took several")
        LocalDate until,

        @Size(max = 200) String place,

        @Schema(description = "At least this many minutes") @Min(1) @Max(100_000)
        Integer durationMinutes,

        @NotEmpty @Size(max = 100) List<@NotNull @Slug String> participants,
        @NotEmpty @Size(max = 100) List<@NotNull @Slug String> parties,
        @Size(max = 50) List<@NotNull @Slug String> topics,
        @Size(max = 4000) String outcome,
        @Size(max = 4000) String outcomeEs,
        Basis basis,
        @Size(max = 50) List<@NotNull @Slug String> sources)
        implements Titled {

    /** How they talked. */
    public enum EngagementKind implements Coded {
        @JsonProperty("phone-call")
        PHONE_CALL,
        @JsonProperty("press-briefing")
        PRESS_BRIEFING,
        @JsonProperty("meeting")
        MEETING;
    }

    @Override
    public List<String> english() {
        return Arrays.asList(outcome, place);
    }

    @Override
    public List<String> spanish() {
        return Arrays.asList(outcomeEs, place);
    }

    @Override
    public List<Link> links() {
        return Stream.of(
                        Link.all("participants", Kind.OFFICIAL, participants),
                        Link.all("parties", Kind.PARTY, parties),
                        Link.all("topics", Kind.TOPIC, topics),
                        Link.all("sources", Kind.SOURCE, sources))
                .flatMap(link -> link)
                .toList();
    }

    @Override
    public Set<String> labels() {
        return Set.of("kind:" + kind.code());
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
        return List.of(new TimelineEntry("engagement", date, precision, title, sources));
    }

    @Override
    public void check(Violations violations) {
        violations.inOrder(date, until, "until", "date");
    }
}
