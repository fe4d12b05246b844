package org.puente.gateway.diplomacy;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A record that a search found. */
@Schema(name = "DiplomacyHit", description = "A record that a search found")
public record SearchHit(
        @Schema(examples = "position") String kind,
        String slug,
        String title,

        @Schema(description = "The address of the record, relative to the search")
        String link,

        double rank,
        List<Highlight> highlights) {

    /** Where the words were found. */
    @Schema(name = "HitHighlight", description = "Where the words were found")
    public record Highlight(
            String field,
            String language,

            @Schema(description = "Escaped HTML in which only mark elements stand")
            String html) {}

    /** One page of hits. */
    public record Hits(List<SearchHit> items, long total, String next) implements Items<SearchHit> {}
}
