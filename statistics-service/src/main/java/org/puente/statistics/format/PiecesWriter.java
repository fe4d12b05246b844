package org.puente.statistics.format;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveResourceInfo;
import org.jboss.resteasy.reactive.server.spi.ServerHttpResponse;
import org.jboss.resteasy.reactive.server.spi.ServerMessageBodyWriter;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;

/** Sends {@link Pieces} one after the other without holding a thread. */
@Provider
public class PiecesWriter implements ServerMessageBodyWriter<Pieces> {

    @Override
    public boolean isWriteable(
            Class<?> type, Type genericType, ResteasyReactiveResourceInfo target, MediaType mediaType) {
        return type == Pieces.class;
    }

    @Override
    public boolean isWriteable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type == Pieces.class;
    }

    @Override
    public void writeResponse(Pieces pieces, Type genericType, ServerRequestContext context) {
        ServerHttpResponse response = context.serverResponse();
        response.setChunked(true);
        send(pieces, response);
    }

    /** The next piece is made when the one before has gone out; a client that hung up ends it. */
    private static void send(Pieces pieces, ServerHttpResponse response) {
        if (!pieces.bytes().hasNext()) {
            response.end();
        } else if (!response.closed()) {
            response.write(pieces.bytes().next(), failure -> {
                if (failure == null) {
                    send(pieces, response);
                }
            });
        }
    }

    @Override
    public void writeTo(
            Pieces pieces,
            Class<?> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream stream)
            throws IOException {
        while (pieces.bytes().hasNext()) {
            stream.write(pieces.bytes().next());
        }
    }
}
