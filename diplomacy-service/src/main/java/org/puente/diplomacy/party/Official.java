package org.puente.diplomacy.party;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.puente.diplomacy.record.Content;
import org.puente.diplomacy.record.Kind;
import org.puente.diplomacy.record.Link;
import org.puente.diplomacy.record.Slug;
import org.puente.diplomacy.record.Violations;

/** A person who holds, or held, offices for parties. */
@Schema(description = "A person who holds, or held, offices for parties")
public record Official(
        @NotNull @Slug String slug,
        @Size(max = 40) String reference,
        @NotBlank @Size(max = 200) String name,
        @NotEmpty @Size(max = 50) List<@NotNull @Valid Office> offices,
        @Size(max = 50) List<@NotNull @Slug String> sources)
        implements Content {

    /**
     * An office held for a party.
     *
     * @param from  null where it isn't known
     * @param until the day after the last one, null where it isn't known or not over
     */
    @Schema(description = "An office held for a party")
    public record Office(
            @Schema(examples = "USA") @NotNull @Slug String party,

            @Schema(examples = "Secretary of State") @NotBlank @Size(max = 200)
            String title,

            @Size(max = 200) String titleEs,
            LocalDate from,
            LocalDate until) {}

    @Override
    public String heading() {
        return name;
    }

    @Override
    public List<String> english() {
        return offices.stream().map(Office::title).toList();
    }

    @Override
    public List<String> spanish() {
        return offices.stream().map(Office::titleEs).toList();
    }

    @Override
    public List<Link> links() {
        return Stream.concat(
                        offices.stream()
                                .map(Office::party)
                                .distinct()
                                .map(party -> new Link("offices", Kind.PARTY, party)),
                        Link.all("sources", Kind.SOURCE, sources))
                .toList();
    }

    @Override
    public void check(Violations violations) {
        for (int i = 0; offices != null && i < offices.size(); i++) {
            Office office = offices.get(i);
            if (office != null) {
                violations.inOrder(office.from(), office.until(), "offices[" + i + "].until", "from");
            }
        }
    }
}
