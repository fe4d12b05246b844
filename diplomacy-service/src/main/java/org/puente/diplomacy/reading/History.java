package org.puente.diplomacy.reading;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.puente.diplomacy.ledger.State;
import org.puente.diplomacy.ledger.Version;
import org.puente.diplomacy.record.Documents;

/** Every version of a record, the oldest first. */
@Schema(description = "Every version of a record that the caller may see, the oldest first")
public record History(
        @Schema(required = true, examples = "agreement") String kind,

        @Schema(required = true, examples = "merida-initiative")
        String slug,

        @Schema(required = true) List<Entry> versions) {

    /** One version: who wrote it, when, why, and what it changed. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "HistoryEntry", description = "One version: who wrote it, when, why, and what it changed")
    public record Entry(
            @Schema(required = true, examples = "2") int version,
            @Schema(required = true) State state,

            @Schema(required = true, description = "Who wrote it")
            String author,

            @Schema(required = true, description = "When it was written")
            Instant recordedAt,

            @Schema(description = "Who vouched for it") String reviewer,
            @Schema(description = "When it was vouched for") Instant reviewedAt,
            @Schema(description = "Who made it public") String publisher,

            @Schema(description = "Since when the public could read it")
            Instant publicSince,

            @Schema(description = "Until when the public could read it")
            Instant publicUntil,

            @Schema(description = "Why it was written") String reason,

            @Schema(description = "Who took it back, so that nothing took its place")
            String withdrawnBy,

            @Schema(description = "Why it was taken back") String withdrawalReason,

            @Schema(required = true, description = "What it changed, field by field, against the version before")
            List<Change> changes,

            @Schema(
                    required = true,
                    description = "What it says",
                    type = SchemaType.OBJECT,
                    additionalProperties = Schema.True.class)
            Object document) {}

    static History of(List<Version> versions, boolean drafts, Documents documents) {
        List<Entry> entries = new ArrayList<>();
        JsonNode before = null;
        for (Version version : versions) {
            if (drafts || version.publicFrom() != null) {
                JsonNode document = documents.tree(version.document());
                entries.add(entry(version, Change.between(before, document), document));
                before = document;
            }
        }
        Version any = versions.get(0);
        return new History(any.kind().code(), any.slug(), entries);
    }

    private static Entry entry(Version version, List<Change> changes, JsonNode document) {
        return new Entry(
                version.number(),
                version.state(),
                version.author(),
                version.recordedFrom(),
                version.reviewer(),
                version.reviewedAt(),
                version.publisher(),
                version.publicFrom(),
                version.publicTo(),
                version.reason(),
                version.withdrawnBy(),
                version.withdrawalReason(),
                changes,
                document);
    }
}
