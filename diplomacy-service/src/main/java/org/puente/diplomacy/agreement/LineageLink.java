package org.puente.diplomacy.agreement;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotNull;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.puente.diplomacy.record.Coded;
import org.puente.diplomacy.record.Kind;
import org.puente.diplomacy.record.Slug;

/**
 * How an agreement descends from something earlier.
 *
 * @param kind agreement, engagement or position; null means agreement
 */
@Schema(description = "How an agreement descends from something earlier")
public record LineageLink(
        @NotNull Relation relation,

        @Schema(description = "agreement, engagement or position; agreement where it is missing")
        Kind kind,

        @NotNull @Slug String slug) {

    /** Relations between agreements, named as DESTA does where it knows them. */
    public enum Relation implements Coded {
        @JsonProperty("supersedes")
        SUPERSEDES("superseded-by"),
        @JsonProperty("amends")
        AMENDS("amended-by"),
        @JsonProperty("implements")
        IMPLEMENTS("implemented-by"),
        @JsonProperty("renews")
        RENEWS("renewed-by"),
        @JsonProperty("contradicts")
        CONTRADICTS("contradicted-by"),
        @JsonProperty("conditional-on")
        CONDITIONAL_ON("condition-of"),
        @JsonProperty("arises-from")
        ARISES_FROM("gives-rise-to");

        private final String inverse;

        Relation(String inverse) {
            this.inverse = inverse;
        }

        /** The relation as seen from the other side. */
        String inverse() {
            return inverse;
        }

        static Relation ofRole(String role) {
            return Stream.of(values())
                    .filter(relation -> relation.role().equals(role))
                    .findFirst()
                    .orElseThrow();
        }

        /** The role of the link in the ledger. */
        String role() {
            return "lineage/" + code();
        }
    }

    Kind target() {
        return kind == null ? Kind.AGREEMENT : kind;
    }
}
