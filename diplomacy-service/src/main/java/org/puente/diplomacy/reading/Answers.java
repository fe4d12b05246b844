package org.puente.diplomacy.reading;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.time.Duration;
import org.puente.kit.conditional.Conditional;

/**
 * Answers with entity tags. The tag of a record starts with the number of its version, so that it serves for
 * {@code If-Match} as well: {@code "3-5f1d…"}.
 */
@Singleton
public class Answers {

    private static final Duration FRESH = Duration.ofSeconds(60);

    private final ObjectMapper mapper;

    Answers(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** Answers a read; null stands for a header that isn't needed. */
    public Response read(Request request, Lens lens, Object body, String link) {
        byte[] bytes = bytes(body);
        return Conditional.answer(request, Conditional.tagOf(bytes), freshness(lens), () -> ok(bytes)
                .header(HttpHeaders.LINK, link)
                .header(HttpHeaders.VARY, HttpHeaders.AUTHORIZATION));
    }

    /** Answers a read of one record. */
    Response read(Request request, Lens lens, Records.Seen seen) {
        byte[] bytes = bytes(seen.view());
        return Conditional.answer(request, tag(seen, bytes), freshness(lens), () -> ok(bytes)
                .header(HttpHeaders.VARY, HttpHeaders.AUTHORIZATION));
    }

    /** Starts the answer to a write: the record as it now stands. */
    public ResponseBuilder written(Records.Seen seen) {
        byte[] bytes = bytes(seen.view());
        return ok(bytes).tag(tag(seen, bytes)).header(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    private static EntityTag tag(Records.Seen seen, byte[] bytes) {
        return new EntityTag(seen.number() + "-" + Conditional.tagOf(bytes).getValue());
    }

    /** What shows drafts is for its reader alone; the rest may change when something is published. */
    private static CacheControl freshness(Lens lens) {
        if (!lens.working()) {
            return Conditional.fresh(FRESH);
        }
        CacheControl control = new CacheControl();
        control.setNoTransform(false);
        control.setPrivate(true);
        control.setNoCache(true);
        return control;
    }

    private static ResponseBuilder ok(byte[] bytes) {
        return Response.ok(bytes, MediaType.APPLICATION_JSON_TYPE);
    }

    private byte[] bytes(Object body) {
        try {
            return mapper.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
