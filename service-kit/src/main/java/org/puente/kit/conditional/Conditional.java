package org.puente.kit.conditional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.function.Supplier;

/** Answers to a conditional GET (RFC 9110 section 13): 304 without a body where the client's copy is still right. */
public final class Conditional {

    private Conditional() {}

    /** Builds the answer only where the tag differs from the ones that the client holds. */
    public static Response answer(
            Request request, EntityTag tag, CacheControl freshness, Supplier<ResponseBuilder> answer) {
        ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        ResponseBuilder builder = unchanged == null ? answer.get() : unchanged;
        return builder.tag(tag).header(HttpHeaders.CACHE_CONTROL, freshness).build();
    }

    /** Answers with JSON whose tag is made of its own bytes. */
    public static Response json(Request request, ObjectMapper json, CacheControl freshness, Object answer) {
        return json(request, json, freshness, answer, null);
    }

    /** The same for a page of a list. @param link to the next page, null on the last */
    public static Response json(
            Request request, ObjectMapper json, CacheControl freshness, Object answer, String link) {
        try {
            byte[] body = json.writeValueAsBytes(answer);
            return answer(
                    request, tagOf(body), freshness, () -> Response.ok(body).header(HttpHeaders.LINK, link));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A strong tag of these bytes: SHA-256, shortened to 128 bits. */
    public static EntityTag tagOf(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return new EntityTag(HexFormat.of().formatHex(digest, 0, 16));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A strong tag of this text in UTF-8. */
    public static EntityTag tagOf(String text) {
        return tagOf(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Anyone may keep the answer for this long. */
    public static CacheControl fresh(Duration maxAge) {
        CacheControl control = new CacheControl();
        control.setNoTransform(false);
        control.setMaxAge(Math.toIntExact(maxAge.toSeconds()));
        control.getCacheExtension().put("public", "");
        return control;
    }

    /** Anyone may keep the answer, but asks each time whether it still holds. */
    public static CacheControl revalidated() {
        CacheControl control = new CacheControl();
        control.setNoTransform(false);
        control.setNoCache(true);
        return control;
    }

    /** The bytes behind this address never change. */
    public static CacheControl immutable() {
        CacheControl control = fresh(Duration.ofDays(365));
        control.getCacheExtension().put("immutable", "");
        return control;
    }
}
