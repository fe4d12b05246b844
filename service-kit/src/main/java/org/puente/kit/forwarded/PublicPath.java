package org.puente.kit.forwarded;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.inject.spi.CDI;
import java.io.IOException;
import java.util.regex.Pattern;

/**
 * A path of this service as its clients must call it: behind a proxy that offers the service under a prefix, and says so by
 * {@code X-Forwarded-Prefix}, the path begins with that. As a serializer it completes a path in a body.
 */
public final class PublicPath extends JsonSerializer<String> {

    private static final Pattern PREFIX = Pattern.compile("(/[A-Za-z0-9._~-]{1,40}){1,4}");

    /** Empty without a proxy, or with one that sends no plain path. */
    public static String prefix(HttpServerRequest request) {
        String prefix = request.getHeader("X-Forwarded-Prefix");
        return prefix == null || !PREFIX.matcher(prefix).matches() ? "" : prefix;
    }

    /** The path of this request as its client called it. */
    public static String of(RoutingContext context) {
        return prefix(context.request()) + context.request().path();
    }

    /** The path for the client of the current request; as it is where there is no request. */
    public static String of(String path) {
        RoutingContext context =
                CDI.current().select(CurrentVertxRequest.class).get().getCurrent();
        return context == null ? path : prefix(context.request()) + path;
    }

    @Override
    public void serialize(String path, JsonGenerator json, SerializerProvider provider) throws IOException {
        json.writeString(of(path));
    }
}
