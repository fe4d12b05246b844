package org.puente.diplomacy.record;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/** Reads the body of a write, and refuses it with every fault of its fields and rules, not only the first. */
@Provider
@Consumes(MediaType.APPLICATION_JSON)
public class DocumentReader implements MessageBodyReader<Written> {

    private final Documents documents;
    private final Rules rules;

    DocumentReader(Documents documents, Rules rules) {
        this.documents = documents;
        this.rules = rules;
    }

    @Override
    public boolean isReadable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return Written.class.isAssignableFrom(type);
    }

    @Override
    public Written readFrom(
            Class<Written> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream body) {
        Violations violations = new Violations();
        Written content = documents.read(body, type, violations);
        rules.check(content, violations);
        violations.refuse();
        return content;
    }
}
