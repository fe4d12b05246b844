package org.puente.diplomacy.agreement;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.puente.diplomacy.record.Basis;
import org.puente.diplomacy.record.Coded;
import org.puente.diplomacy.record.Kind;
import org.puente.diplomacy.record.Link;
import org.puente.diplomacy.record.Slug;
import org.puente.diplomacy.record.StatusSpan;
import org.puente.diplomacy.record.TimelineEntry;
import org.puente.diplomacy.record.Titled;
import org.puente.diplomacy.record.Violations;

/** What parties agreed. Its status is never written: it follows from the actions. */
@Schema(description = "What parties agreed. Its status is never written: it follows from the actions")
public record Agreement(
        @NotNull @Slug String slug,

        @Schema(examples = "G6") @Size(max = 40) String reference,

        @NotBlank @Size(max = 200) String title,
        @Size(max = 200) String titleEs,
        @Size(max = 4000) String summary,
        @Size(max = 4000) String summaryEs,
        @NotNull AgreementKind kind,
        @NotNull Bindingness bindingness,
        @NotNull @Size(min = 2, max = 250) List<@NotNull @Slug String> parties,
        @NotEmpty @Size(max = 50) List<@NotNull @Slug String> topics,

        @Schema(description = "Parties whose nationals it concerns") @Size(max = 250)
        List<@NotNull @Slug String> nationalities,

        @NotEmpty @Size(max = 500) List<@NotNull @Valid PartyAction> actions,
        @Size(max = 50) List<@NotNull @Valid LineageLink> lineage,
        @Size(max = 4000) String note,
        Basis basis,
        @Size(max = 50) List<@NotNull @Slug String> sources)
        implements Titled {

    private static final Set<Kind> ANCESTORS = Set.of(Kind.AGREEMENT, Kind.ENGAGEMENT, Kind.POSITION);

    /** What form it has. */
    public enum AgreementKind implements Coded {
        @JsonProperty("treaty")
        TREATY,
        @JsonProperty("framework")
        FRAMEWORK,
        @JsonProperty("joint-statement")
        JOINT_STATEMENT,
        @JsonProperty("arrangement")
        ARRANGEMENT,
        @JsonProperty("understanding")
        UNDERSTANDING,
        @JsonProperty("working-group")
        WORKING_GROUP
    }

    /** Whether it binds, and by what. */
    public enum Bindingness implements Coded {
        @JsonProperty("binding")
        BINDING,
        @JsonProperty("political")
        POLITICAL,
        @JsonProperty("none")
        NONE
    }

    @Override
    public List<String> english() {
        return Arrays.asList(summary, note);
    }

    @Override
    public List<String> spanish() {
        return Arrays.asList(summaryEs);
    }

    @Override
    public List<Link> links() {
        Stream<Link> lineages = lineage == null
                ? Stream.empty()
                : lineage.stream().map(link -> new Link(link.relation().role(), link.target(), link.slug()));
        return Stream.of(
                        Link.all("parties", Kind.PARTY, parties),
                        Link.all("topics", Kind.TOPIC, topics),
                        Link.all("nationalities", Kind.PARTY, nationalities),
                        lineages,
                        actions.stream()
                                .flatMap(action -> Link.all("actions/sources", Kind.SOURCE, action.sources()))
                                .distinct(),
                        Link.all("sources", Kind.SOURCE, sources))
                .flatMap(link -> link)
                .toList();
    }

    @Override
    public Set<String> labels() {
        return Set.of("kind:" + kind.code(), "bindingness:" + bindingness.code());
    }

    @Override
    public LocalDate firstDay() {
        return actions.get(0).date();
    }

    @Override
    public LocalDate lastDay() {
        StatusSpan last = statuses().stream()
                .filter(span -> span.party().equals(StatusSpan.WHOLE) && span.until() == null)
                .findFirst()
                .orElseThrow();
        return Status.of(last.status()).alive() ? null : last.from();
    }

    @Override
    public List<StatusSpan> statuses() {
        return Lifecycle.of(parties, actions).spans();
    }

    @Override
    public List<TimelineEntry> timeline() {
        List<StatusSpan> spans = statuses();
        return actions.stream().map(action -> entry(action, spans)).toList();
    }

    /** Announcing and signing are moments; what an action puts in force, on hold or to an end stays so. */
    private TimelineEntry entry(PartyAction action, List<StatusSpan> spans) {
        Status brought = Status.after(action.kind());
        TimelineEntry entry = new TimelineEntry(
                "agreement-action",
                action.date(),
                action.precision(),
                title + ": " + action.kind().words() + (action.party() == null ? "" : " by " + action.party()),
                action.sources() == null || action.sources().isEmpty() ? sources : action.sources());
        return spans.stream()
                .filter(span -> brought.lasts() && span.party().equals(StatusSpan.WHOLE))
                .filter(span ->
                        span.from().equals(action.date()) && span.status().equals(brought.code()))
                .findFirst()
                .map(span -> entry.lasting(span.until()))
                .orElse(entry);
    }

    @Override
    public void check(Violations violations) {
        if (parties != null) {
            violations.require(
                    new HashSet<>(parties).size() == parties.size(), "parties", "must not name a party twice");
        }
        boolean readable = parties != null
                && actions != null
                && actions.stream().allMatch(a -> a != null && a.kind() != null && a.date() != null)
                && parties.stream().allMatch(Objects::nonNull);
        if (readable) {
            Lifecycle.check(parties, actions, violations);
        }
        checkLineage(violations);
    }

    private void checkLineage(Violations violations) {
        List<LineageLink> links = lineage == null ? List.of() : new ArrayList<>(lineage);
        for (int i = 0; i < links.size(); i++) {
            LineageLink link = links.get(i);
            if (link != null) {
                String at = "lineage[" + i + "]";
                violations.require(
                        ANCESTORS.contains(link.target()), at + ".kind", "must be agreement, engagement or position");
                violations.require(
                        link.target() == Kind.AGREEMENT
                                || link.relation() == LineageLink.Relation.ARISES_FROM
                                || link.relation() == LineageLink.Relation.CONDITIONAL_ON,
                        at + ".relation",
                        "only arises-from and conditional-on can point to something other than an agreement");
                violations.require(
                        link.target() != Kind.AGREEMENT || !Objects.equals(link.slug(), slug),
                        at + ".slug",
                        "an agreement can't be its own ancestor");
            }
        }
    }
}
