package org.puente.diplomacy.search;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.puente.diplomacy.record.Kind;

@Schema(name = "SearchHit", description = "A record that a search found")
record SearchHit(
        @Schema(required = true) Kind kind,
        @Schema(required = true) String slug,
        @Schema(required = true) String title,

        @Schema(
                required = true,
                description = "The address of the record, relative to the search",
                examples = "positions/mexico-offers-containment-near-guatemala")
        String link,

        @Schema(required = true, description = "How well it matches; comparable within one search only")
        double rank,

        @Schema(required = true) List<Highlight> highlights) {

    @Schema(name = "Highlight", description = "Where the words were found")
    record Highlight(
            @Schema(
                    required = true,
                    enumeration = {"title", "text"})
            String field,

            @Schema(
                    required = true,
                    enumeration = {"en", "es"})
            String language,

            @Schema(
                    required = true,
                    description = "Escaped HTML in which only mark elements stand",
                    examples = "Iniciativa <mark>Mérida</mark>")
            String html) {}
}
