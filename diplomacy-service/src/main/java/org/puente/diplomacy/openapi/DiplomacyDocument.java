package org.puente.diplomacy.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.puente.kit.problem.Problem;

/**
 * Completes the document while the service is built. All kinds of record are offered by the same methods, so their ids,
 * words, parameters, errors and examples follow from the kind.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class DiplomacyDocument implements OASFilter {

    private static final String JSON = "application/json";

    private final ObjectMapper json = new ObjectMapper();

    @Override
    public void filterOpenAPI(OpenAPI document) {
        TreeSet<String> tags = new TreeSet<>();
        document.getPaths().getPathItems().forEach((path, item) -> item.getOperations()
                .forEach((method, operation) -> {
                    Words words = Words.of(method.name(), path);
                    complete(operation, words, method.name());
                    tags.add(words.tag());
                }));
        document.setTags(
                tags.stream().map(tag -> OASFactory.createTag().name(tag)).toList());
    }

    private void complete(Operation operation, Words words, String method) {
        operation.setOperationId(words.id());
        operation.setTags(List.of(words.tag()));
        operation.setSummary(words.summary());
        operation.setDescription(words.description());
        if (!words.roles().isEmpty()) {
            // The generator doesn't see the roles of methods that resources inherit.
            operation.setSecurity(List.of(OASFactory.createSecurityRequirement().addScheme("token", words.roles())));
        }
        List<Parameter> parameters =
                new ArrayList<>(operation.getParameters() == null ? List.of() : operation.getParameters());
        parameters.forEach(Parameters::describe);
        words.filters().stream().map(name -> Parameters.of(name, words)).forEach(parameters::add);
        operation.setParameters(parameters);
        if (operation.getRequestBody() != null) {
            operation.getRequestBody().setRequired(true);
            JsonNode body = words.id().equals("assessCommitment") ? resource(words.example()) : firstOf(words);
            example(operation.getRequestBody().getContent().getMediaType(JSON), body);
        }
        operation.setResponses(responses(operation.getResponses(), words, method));
    }

    private APIResponses responses(APIResponses scanned, Words words, String method) {
        MediaType body = scanned.getAPIResponse("200").getContent().getMediaType(JSON);
        example(body, resource(method.equals("GET") ? words.example() : words.exampleOfOne()));
        boolean creates = words.id().startsWith("create") || words.id().startsWith("assess");
        APIResponse success = OASFactory.createAPIResponse()
                .description(creates ? "Created" : "OK")
                .content(OASFactory.createContent().addMediaType(JSON, body))
                .addHeader(
                        "ETag",
                        header("Names this representation; serves for If-None-Match and, of one record, If-Match"))
                .addHeader("Cache-Control", header("How long it may be kept"));
        if (creates) {
            success.addHeader("Location", header("The address of what was made"));
        }
        if (words.filters().contains("cursor")) {
            success.addHeader("Link", header("The address of the next page; missing on the last"));
        }
        APIResponses responses = OASFactory.createAPIResponses().addAPIResponse(creates ? "201" : "200", success);
        if (method.equals("GET")) {
            responses.addAPIResponse(
                    "304", OASFactory.createAPIResponse().description("The client's copy is still right"));
        }
        words.errors()
                .forEach(status -> responses.addAPIResponse(
                        String.valueOf(status), problem(Words.ERROR_WORDS.get(status), status)));
        return responses.defaultValue(problem("Any other failure, such as 429 or 503", 503));
    }

    private static APIResponse problem(String description, int status) {
        // Sorted, so that two builds write the same document.
        Map<String, Object> example = new TreeMap<>(Map.of(
                "type",
                "about:blank",
                "title",
                "Problem",
                "status",
                status,
                "detail",
                description,
                "instance",
                "/v1/agreements"));
        Content content = OASFactory.createContent()
                .addMediaType(
                        Problem.MEDIA_TYPE,
                        OASFactory.createMediaType()
                                .schema(OASFactory.createSchema().ref("#/components/schemas/Problem"))
                                .example(example));
        return OASFactory.createAPIResponse().description(description).content(content);
    }

    private static Header header(String description) {
        return OASFactory.createHeader()
                .description(description)
                .schema(OASFactory.createSchema().addType(Schema.SchemaType.STRING));
    }

    private JsonNode firstOf(Words words) {
        try (InputStream file =
                getClass().getResourceAsStream("/reference/" + words.kind().collection() + ".yaml")) {
            return new YAMLMapper().readTree(file).get(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonNode resource(String name) {
        try (InputStream file = getClass().getResourceAsStream(name)) {
            return file == null ? null : json.readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void example(MediaType type, JsonNode example) {
        if (example != null) {
            type.setExample(json.convertValue(example, Object.class));
        }
    }
}
