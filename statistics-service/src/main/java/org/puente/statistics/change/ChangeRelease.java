package org.puente.statistics.change;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.puente.statistics.release.Release;

/** A release that an answer draws on. */
@Schema(
        name = "ChangeRelease",
        requiredProperties = {"id", "publisher", "publishedOn", "file", "sha256"},
        description = "A release that the answer draws on")
record ChangeRelease(
        @Schema(examples = "encounters-by-area-2024-10-5f1d0c3a")
        String id,

        @Schema(examples = "US Customs and Border Protection")
        String publisher,

        @Schema(examples = "2024-10") String publishedOn,

        @Schema(
                description = "Name of the official file, null for reference data",
                nullable = true,
                examples = "nationwide-encounters-fy20-fy24-aor.csv.gz")
        String file,

        @Schema(description = "SHA-256 of the file") String sha256) {

    static ChangeRelease of(Release release) {
        return new ChangeRelease(
                release.id(),
                release.publisher(),
                release.publishedOn().toString(),
                release.fileName(),
                release.sha256());
    }
}
