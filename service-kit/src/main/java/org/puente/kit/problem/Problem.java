package org.puente.kit.problem;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The body of every answer that is not a success, media type {@value #MEDIA_TYPE} (RFC 9457).
 *
 * @param type       a URI that names the kind of problem; {@code about:blank} where the status says it all
 * @param instance   the path of the request that met the problem
 * @param violations every fault found in the input, not only the first; empty where the input was fine
 * @param extensions further members of the problem object, by name
 */
@Schema(description = "What went wrong, as RFC 9457 problem details", additionalProperties = Object.class)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"type", "title", "status", "detail", "instance", "violations"})
public record Problem(
        @Schema(examples = "about:blank", required = true) String type,
        @Schema(examples = "Bad Request", required = true) String title,
        @Schema(examples = "400", required = true) int status,

        @Schema(examples = "region: 'south' is not known; valid values are southwest, northern, other")
        String detail,

        @Schema(examples = "/v1/encounters/series") String instance,
        List<Violation> violations,
        @Schema(hidden = true) @JsonAnyGetter Map<String, Object> extensions) {

    public static final String MEDIA_TYPE = "application/problem+json";

    /** What a client sent is told back to it, even where it can't be written as it is. */
    public Problem {
        detail = WholeText.mended(detail);
    }

    /** What a request to that path would be answered on this failure, for work that goes on after the answer. */
    public static Problem of(Throwable failure, String path) {
        return Problems.problem(Outcome.of(failure, path, false), path);
    }
}
