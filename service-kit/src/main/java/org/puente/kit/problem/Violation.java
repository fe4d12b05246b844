package org.puente.kit.problem;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One thing that is wrong with a request: where it stands and what would be right. */
@Schema(description = "One thing that is wrong with the request")
public record Violation(
        @Schema(description = "Parameter, header or path into the body", examples = "region")
        String field,

        @Schema(
                description = "What is wrong, and what would be right",
                examples = "must be southwest, northern or other")
        String reason) {

    /** What a client sent is told back to it, even where it can't be written as it is. */
    public Violation {
        field = WholeText.mended(field);
        reason = WholeText.mended(reason);
    }
}
