package org.puente.diplomacy.reading;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A linked record.
 *
 * @param expanded the linked record itself where {@code expand} asked for it, else null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "A linked record")
public record Ref(
        @Schema(required = true, examples = "merida-initiative")
        String slug,

        @Schema(required = true, examples = "Mérida Initiative")
        String title,

        @Schema(
                description = "The linked record itself, where expand asks for it",
                type = SchemaType.OBJECT,
                additionalProperties = Schema.True.class)
        Object expanded) {

    /** A linked party, known by its code. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(description = "A linked party")
    public record PartyRef(
            @Schema(required = true, examples = "MEX") String code,
            @Schema(required = true, examples = "Mexico") String name,

            @Schema(
                    description = "The party itself, where expand asks for it",
                    type = SchemaType.OBJECT,
                    additionalProperties = Schema.True.class)
            Object expanded) {

        /** The same link, told as one to a party; null stays null. */
        public static PartyRef of(Ref ref) {
            return ref == null ? null : new PartyRef(ref.slug(), ref.title(), ref.expanded());
        }
    }
}
