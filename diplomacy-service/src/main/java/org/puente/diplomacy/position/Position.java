package org.puente.diplomacy.position;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
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
import org.puente.diplomacy.record.Titled;
import org.puente.diplomacy.record.Violations;

/**
 * One party asks another for something, or offers it.
 *
 * @param concerns    further parties that it is about
 * @param inReturnFor positions of the other side for which this one is given
 */
@Schema(description = "One party asks another for something, or offers it")
public record Position(
        @NotNull @Slug String slug,

        @Schema(examples = "B5") @Size(max = 40) String reference,

        @NotBlank @Size(max = 200) String title,
        @Size(max = 200) String titleEs,
        @NotNull Stance stance,

        @Schema(description = "Whose position it is", examples = "MEX") @NotNull @Slug
        String party,

        @Schema(description = "Of whom it is asked, or to whom it is offered", examples = "USA") @NotNull @Slug
        String counterpart,

        @Schema(description = "Further parties that it is about") @Size(max = 50)
        List<@NotNull @Slug String> concerns,

        @NotEmpty @Size(max = 50) List<@NotNull @Slug String> topics,
        @NotBlank @Size(max = 4000) String statement,
        @Size(max = 4000) String statementEs,

        @Schema(description = "Positions for which this one is given in return") @Size(max = 50)
        List<@NotNull @Slug String> inReturnFor,

        @Schema(description = "The official who said it") @Slug
        String speaker,

        @Schema(description = "The engagement in which it was said") @Slug
        String engagement,

        LocalDate date,
        Precision precision,
        Basis basis,
        @Size(max = 50) List<@NotNull @Slug String> sources)
        implements Titled {

    /** Whether something is wanted or given. */
    public enum Stance implements Coded {
        @JsonProperty("ask")
        ASK,
        @JsonProperty("offer")
        OFFER
    }

    @Override
    public List<String> english() {
        return List.of(statement);
    }

    @Override
    public List<String> spanish() {
        return statementEs == null ? List.of() : List.of(statementEs);
    }

    @Override
    public List<Link> links() {
        return Stream.of(
                        Link.one("party", Kind.PARTY, party),
                        Link.one("counterpart", Kind.PARTY, counterpart),
                        Link.all("concerns", Kind.PARTY, concerns),
                        Link.all("topics", Kind.TOPIC, topics),
                        Link.all("inReturnFor", Kind.POSITION, inReturnFor),
                        Link.one("speaker", Kind.OFFICIAL, speaker),
                        Link.one("engagement", Kind.ENGAGEMENT, engagement),
                        Link.all("sources", Kind.SOURCE, sources))
                .flatMap(link -> link)
                .toList();
    }

    @Override
    public Set<String> labels() {
        return Set.of("stance:" + stance.code());
    }

    @Override
    public LocalDate firstDay() {
        return date;
    }

    @Override
    public void check(Violations violations) {
        violations.require(
                party == null || !party.equals(counterpart), "counterpart", "must be another party than " + party);
        violations.require(
                inReturnFor == null || slug == null || !inReturnFor.contains(slug),
                "inReturnFor",
                "a position can't be given in return for itself");
    }
}
