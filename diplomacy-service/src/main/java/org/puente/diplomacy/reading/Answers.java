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
import java.net.URI;
import java.time.Duration;
import org.jboss.resteasy.reactive.RestResponse;
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
    public <T> RestResponse<T> read(Request request, Lens lens, Object body, String link) {
        String json = json(body);
        Response answer = Conditional.answer(
                request, Conditional.tagOf(json), freshness(lens), () -> ok(json).header(HttpHeaders.LINK, link));
        return typed(answer);
    }

    /** Answers a read of one record. */
    <T> RestResponse<T> read(Request request, Lens lens, Records.Seen seen) {
        String json = json(seen.view());
        return typed(Conditional.answer(request, tag(seen, json), freshness(lens), () -> ok(json)));
    }

    /** Answers a write: the record as it now stands. */
    <T> RestResponse<T> written(Records.Seen seen) {
        String json = json(seen.view());
        return typed(ok(json).tag(tag(seen, json))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build());
    }

    /** Answers a write that made a record with this address. */
    public <T> RestResponse<T> created(Records.Seen seen, URI location) {
        String json = json(seen.view());
        return typed(ok(json).status(Response.Status.CREATED)
                .location(location)
                .tag(tag(seen, json))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build());
    }

    /** The body is printed already, as its tag needs it; the type is what the OpenAPI document tells of it. */
    @SuppressWarnings("unchecked")
    private static <T> RestResponse<T> typed(Response answer) {
        RestResponse.ResponseBuilder<T> builder = RestResponse.ResponseBuilder.create(answer.getStatus());
        answer.getHeaders().forEach((name, values) -> values.forEach(value -> builder.header(name, value)));
        return builder.entity((T) answer.getEntity()).build();
    }

    private static EntityTag tag(Records.Seen seen, String json) {
        return new EntityTag(seen.number() + "-" + Conditional.tagOf(json).getValue());
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

    private static ResponseBuilder ok(String json) {
        return Response.ok(json, MediaType.APPLICATION_JSON_TYPE).header(HttpHeaders.VARY, HttpHeaders.AUTHORIZATION);
    }

    private String json(Object body) {
        try {
            return mapper.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
