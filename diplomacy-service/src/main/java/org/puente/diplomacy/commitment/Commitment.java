package org.puente.diplomacy.commitment;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
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
import org.puente.diplomacy.record.Titled;
import org.puente.diplomacy.record.Violations;

/** What parties owe others under an agreement. */
@Schema(description = "What parties owe others under an agreement")
public record Commitment(
        @NotNull @Slug @Size(max = 90) String slug,
        @Size(max = 40) String reference,
        @NotBlank @Size(max = 200) String title,
        @Size(max = 200) String titleEs,
        @Size(max = 4000) String statement,
        @Size(max = 4000) String statementEs,
        @NotNull @Slug String agreement,

        @Schema(description = "Who owes it; several where they owe it together") @NotEmpty @Size(max = 50)
        List<@NotNull @Slug String> owners,

        @Schema(description = "To whom it is owed") @Size(max = 50)
        List<@NotNull @Slug String> beneficiaries,

        @Size(max = 50) List<@NotNull @Slug String> topics,

        @Schema(description = "By when; missing where no date was set")
        LocalDate due,

        Precision duePrecision,
        @Valid Condition condition,
        @Valid Indicator indicator,
        @Size(max = 4000) String note,
        Basis basis,
        @Size(max = 50) List<@NotNull @Slug String> sources)
        implements Titled {

    /** Something that must happen first. */
    @Schema(description = "Something that must happen first: another commitment, or a position that is met")
    public record Condition(
            @Schema(description = "commitment or position") @NotNull
            Kind kind,

            @NotEmpty @Size(max = 20) List<@NotNull @Slug String> slugs,
            @Size(max = 1000) String note) {}

    @Override
    public List<String> english() {
        return Arrays.asList(statement, note);
    }

    @Override
    public List<String> spanish() {
        return Arrays.asList(statementEs);
    }

    @Override
    public List<Link> links() {
        return Stream.of(
                        Link.one("agreement", Kind.AGREEMENT, agreement),
                        Link.all("owners", Kind.PARTY, owners),
                        Link.all("beneficiaries", Kind.PARTY, beneficiaries),
                        Link.all("topics", Kind.TOPIC, topics),
                        condition == null
                                ? Stream.<Link>empty()
                                : Link.all("condition", condition.kind(), condition.slugs()),
                        Link.all("sources", Kind.SOURCE, sources))
                .flatMap(link -> link)
                .toList();
    }

    @Override
    public LocalDate firstDay() {
        return due;
    }

    @Override
    public void check(Violations violations) {
        if (condition != null && condition.kind() != null) {
            violations.require(
                    condition.kind() == Kind.COMMITMENT || condition.kind() == Kind.POSITION,
                    "condition.kind",
                    "must be commitment or position");
            violations.require(
                    condition.kind() != Kind.COMMITMENT
                            || condition.slugs() == null
                            || !condition.slugs().contains(slug),
                    "condition.slugs",
                    "a commitment can't be its own condition");
        }
        if (indicator != null) {
            violations.inOrder(indicator.from(), indicator.deadline(), "indicator.deadline", "from");
        }
    }
}
