package org.puente.kit.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.examples.Example;

/**
 * Adds recorded requests with their answers to the document: {@value #FILE} of the service, if it has one, is a list of
 * {@code {path, method, name, summary, request, body?, status, mediaType, answer}}. A test of the service sends each request
 * and compares the answer.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class RecordedExamples implements OASFilter {

    static final String FILE = "openapi/recorded.json";

    @Override
    public void filterOpenAPI(OpenAPI document) {
        try (InputStream json = Thread.currentThread().getContextClassLoader().getResourceAsStream(FILE)) {
            if (json != null) {
                new ObjectMapper().readTree(json).forEach(recorded -> add(document, recorded));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(FILE, e);
        }
    }

    private static void add(OpenAPI document, JsonNode recorded) {
        String method = recorded.get("method").textValue().toUpperCase(Locale.ROOT);
        Operation operation = document.getPaths()
                .getPathItem(recorded.get("path").textValue())
                .getOperations()
                .get(HttpMethod.valueOf(method));
        String name = recorded.get("name").textValue();
        Example answer = OASFactory.createExample()
                .summary(recorded.get("summary").textValue())
                .description("`" + method + " " + recorded.get("request").textValue() + "`")
                .value(recorded.get("answer"));
        operation
                .getResponses()
                .getAPIResponse(recorded.get("status").asText())
                .getContent()
                .getMediaType(recorded.get("mediaType").textValue())
                .addExample(name, answer);
        if (recorded.has("body")) {
            operation
                    .getRequestBody()
                    .getContent()
                    .getMediaType("application/json")
                    .addExample(
                            name,
                            OASFactory.createExample()
                                    .summary(recorded.get("summary").textValue())
                                    .value(recorded.get("body")));
        }
    }
}
