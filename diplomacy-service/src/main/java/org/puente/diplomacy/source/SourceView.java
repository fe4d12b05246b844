package org.puente.diplomacy.source;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.puente.diplomacy.reading.Editorial;
import org.puente.diplomacy.reading.RecordType.Seen;

@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "SourceView", description = "A source")
record SourceView(
        @Schema(required = true) String slug,
        @Schema(examples = "S1") String reference,
        @Schema(required = true) String title,
        String publisher,
        @Schema(required = true) Source.SourceKind kind,
        Source.Published published,
        String link,
        String note,
        @Schema(required = true) Editorial editorial) {

    static SourceView of(Seen<Source> seen) {
        Source source = seen.content();
        return new SourceView(
                source.slug(),
                source.reference(),
                source.title(),
                source.publisher(),
                source.kind(),
                source.published(),
                source.link(),
                source.note(),
                seen.editorial());
    }
}
