package org.puente.gateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** The OpenAPI documents of the services, as their own build wrote them; our build copies them in. */
public final class ServiceDocuments {

    private ServiceDocuments() {}

    /** The paths that a service has, such as {@code /v1/agreements/{slug}}. */
    public static List<String> pathsOf(String service) {
        List<String> paths = new ArrayList<>();
        read(service).path("paths").fieldNames().forEachRemaining(paths::add);
        return paths;
    }

    static ObjectNode read(String service) {
        String name = "upstream/" + service + "/openapi.json";
        try (InputStream in = ServiceDocuments.class.getClassLoader().getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is not in the class path: build the services first");
            }
            JsonNode document = new ObjectMapper().readTree(in);
            return (ObjectNode) document;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
