package org.puente.diplomacy.party;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.puente.diplomacy.record.Coded;
import org.puente.diplomacy.record.Content;
import org.puente.diplomacy.record.Kind;
import org.puente.diplomacy.record.Link;
import org.puente.diplomacy.record.Slug;
import org.puente.diplomacy.record.Violations;

/**
 * Who can agree, ask, offer, owe or pay.
 *
 * @param code an ISO 3166-1 alpha-3 code for a state, else a slug
 */
@Schema(description = "Who can agree, ask, offer, owe or pay")
public record Party(
        @Schema(
                description = "ISO 3166-1 alpha-3 for a state, else lower-case words joined by hyphens",
                examples = "MEX")
        @NotNull
        @Slug
        String code,

        @Size(max = 40) String reference,
        @NotBlank @Size(max = 200) String name,
        @Size(max = 200) String nameEs,
        @NotNull PartyKind kind,

        @Schema(description = "The part it plays") @Size(max = 2000)
        String role,

        @Size(max = 50) List<@NotNull @Slug String> sources)
        implements Content {

    private static final Set<String> COUNTRIES =
            Set.copyOf(java.util.Locale.getISOCountries(java.util.Locale.IsoCountryCode.PART1_ALPHA3));

    /** What a party is. */
    public enum PartyKind implements Coded {
        @JsonProperty("state")
        STATE,
        @JsonProperty("institution")
        INSTITUTION,
        @JsonProperty("organisation")
        ORGANISATION
    }

    @Override
    public String slug() {
        return code;
    }

    @Override
    public String heading() {
        return name;
    }

    @Override
    public String headingEs() {
        return nameEs;
    }

    @Override
    public List<String> english() {
        return Arrays.asList(role, code);
    }

    @Override
    public List<Link> links() {
        return Link.all("sources", Kind.SOURCE, sources).toList();
    }

    @Override
    public Set<String> labels() {
        return Set.of("kind:" + kind.code());
    }

    @Override
    public void check(Violations violations) {
        boolean countryCode = code != null && COUNTRIES.contains(code);
        if (kind == PartyKind.STATE) {
            violations.require(countryCode, "code", "must be the ISO 3166-1 alpha-3 code of a state, such as MEX");
        } else if (kind != null && code != null) {
            violations.require(!code.matches("[A-Z]{3}"), "code", "three capitals are for states");
        }
    }
}
