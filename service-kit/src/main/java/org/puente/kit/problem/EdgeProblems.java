package org.puente.kit.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.puente.kit.forwarded.PublicPath;

/** Writes problems for failures that arise outside of REST: in routes, filters and limits. */
@Singleton
public class EdgeProblems {

    private final ObjectMapper json;

    EdgeProblems(ObjectMapper json) {
        this.json = json;
    }

    /** Ends the exchange with a problem of this status. */
    public void end(RoutingContext context, int status, String detail, List<Violation> violations) {
        end(context, new Outcome(status, detail, violations, Map.of(), Map.of()));
    }

    /** Ends the exchange with what this failure means to the client. */
    public void end(RoutingContext context, Throwable failure) {
        end(context, Outcome.of(failure, context.request().path(), false));
    }

    /** A problem for those who write the answer on their own. */
    public record Written(int status, Map<String, String> headers, byte[] body) {}

    /** What this failure means to the client, with all header fields that belong to it. */
    public Written written(Throwable failure, String path) {
        Outcome outcome = Outcome.of(failure, path, false);
        Map<String, String> headers = new LinkedHashMap<>(outcome.headers());
        headers.put("Content-Type", Problem.MEDIA_TYPE);
        headers.put("Cache-Control", "no-store");
        return new Written(outcome.status(), headers, write(Problems.problem(outcome, path)));
    }

    private void end(RoutingContext context, Outcome outcome) {
        HttpServerResponse response = context.response();
        if (response.ended() || response.headWritten()) {
            return;
        }
        outcome.headers().forEach(response::putHeader);
        response.setStatusCode(outcome.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end(Buffer.buffer(write(Problems.problem(outcome, PublicPath.of(context)))));
    }

    private byte[] write(Problem problem) {
        try {
            return json.writeValueAsBytes(problem);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
