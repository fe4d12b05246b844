package org.puente.statistics.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.puente.kit.problem.Problem;

/** An import job as clients see it. */
@Schema(name = "ImportJob", description = "An import that its sender doesn't wait for")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ImportJobAnswer(
        @Schema(required = true) UUID id,

        @Schema(
                enumeration = {"running", "succeeded", "failed"},
                required = true)
        String state,

        @Schema(
                description = "What it does, or did last: wait for another import, read lines into the database,"
                        + " check them, or nothing any more",
                enumeration = {"waiting", "reading", "checking", "done"},
                required = true)
        String phase,

        @Schema(examples = "nationwide-encounters-fy20-fy24-aor.csv.gz")
        String fileName,

        @Schema(description = "Of the unpacked file", examples = "8730722", required = true)
        long bytesTotal,

        @Schema(description = "Of the unpacked file, so far", examples = "4194304", required = true)
        long bytesRead,

        @Schema(description = "Lines so far", examples = "33058", required = true)
        long rowsRead,

        @Schema(required = true) Instant startedAt,

        @Schema(description = "When the numbers were written down", required = true)
        Instant updatedAt,

        @Schema(description = "Absent while it runs") Instant finishedAt,

        @Schema(description = "Present once it succeeded", examples = "encounters-by-area-2024-10-5f1d0c3a")
        String releaseId,

        @Schema(description = "False where the content was a release already")
        Boolean created,

        @Schema(description = "Why it failed", implementation = Problem.class)
        Map<String, Object> problem) {

    /** The same, had it failed when it was last heard of. */
    ImportJobAnswer failed(Map<String, Object> reason) {
        return new ImportJobAnswer(
                id,
                "failed",
                phase,
                fileName,
                bytesTotal,
                bytesRead,
                rowsRead,
                startedAt,
                updatedAt,
                updatedAt,
                null,
                null,
                reason);
    }
}
