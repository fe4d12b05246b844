package org.puente.diplomacy.source;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.puente.diplomacy.reading.Editorial;
import org.puente.diplomacy.reading.RecordType.Seen;

@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "TopicView", description = "A topic")
record TopicView(
        @Schema(required = true, examples = "returns") String slug,
        String reference,
        @Schema(required = true) String title,
        String titleEs,
        String description,
        @Schema(required = true) Editorial editorial) {

    static TopicView of(Seen<Topic> seen) {
        Topic topic = seen.content();
        return new TopicView(
                topic.slug(), topic.reference(), topic.title(), topic.titleEs(), topic.description(), seen.editorial());
    }
}
