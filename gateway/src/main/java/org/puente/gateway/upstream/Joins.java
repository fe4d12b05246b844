package org.puente.gateway.upstream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.function.Function;
import org.puente.kit.conditional.Conditional;

/** Starts fan-outs and turns what they gathered into answers. */
@Singleton
public class Joins {

    private static final CacheControl BRIEFLY = Conditional.fresh(Duration.ofSeconds(10));

    private final Reads reads;
    private final Duration deadline;
    private final ObjectMapper json;

    Joins(Reads reads, UpstreamConfig config, ObjectMapper json) {
        this.reads = reads;
        this.deadline = config.deadline();
        this.json = json;
    }

    public Fanout fanout() {
        return new Fanout(reads, deadline);
    }

    /** A whole answer may be kept for a few seconds and is tagged; one with something missing must not be kept at all. */
    public Uni<Response> answer(Request request, Function<Fanout, Uni<?>> join) {
        Fanout fanout = fanout();
        return join.apply(fanout).map(body -> response(request, fanout, body));
    }

    private Response response(Request request, Fanout fanout, Object body) {
        byte[] bytes = write(body);
        Response answer = fanout.missing().isEmpty()
                ? Conditional.answer(
                        request,
                        Conditional.tagOf(bytes),
                        BRIEFLY,
                        () -> Response.ok(bytes, MediaType.APPLICATION_JSON))
                : Response.ok(bytes, MediaType.APPLICATION_JSON)
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .build();
        return Response.fromResponse(answer)
                .header("Server-Timing", fanout.timing())
                .build();
    }

    private byte[] write(Object body) {
        try {
            return json.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
