package org.puente.kit.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.puente.kit.problem.Problem;

/** Documents what may happen to any request at the edge, where the operation itself doesn't say it. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD, priority = EveryAnswer.LAST)
public class EveryAnswer implements OASFilter {

    /** After all that write operations (1), which may write their answers anew. */
    static final int LAST = 0;

    private static final Map<String, String> TO_ALL = Map.of(
            "400", "A parameter is wrong or unknown",
            "401", "The token that was sent isn't valid, or one is needed",
            "403", "The roles of the token don't allow this, or the page that asks isn't of an allowed origin",
            "406", "None of the media types in Accept can be given",
            "412", "If-Match names another version than the present one",
            "414", "Path and query are too long",
            "429", "Too many requests; Retry-After says when to come back",
            "503", "The service can't answer at present");
    private static final Map<String, String> TO_ALL_WITH_A_BODY = Map.of(
            "408", "The body arrives too slowly",
            "413", "The body is too large",
            "415", "A body of this media type can't be read");

    @Override
    public void filterOpenAPI(OpenAPI document) {
        boolean hasShape = document.getComponents() != null
                && document.getComponents().getSchemas() != null
                && document.getComponents().getSchemas().containsKey("Problem");
        if (document.getPaths() != null) {
            document.getPaths().getPathItems().forEach((path, item) -> item.getOperations()
                    .forEach((method, operation) -> complete(method, operation, answers(path, operation), hasShape)));
        }
    }

    private static Map<String, String> answers(String path, Operation operation) {
        Map<String, String> answers = new LinkedHashMap<>(TO_ALL);
        if (path.contains("{")) {
            answers.put("404", "There is no such thing");
        }
        if (operation.getRequestBody() != null) {
            answers.putAll(TO_ALL_WITH_A_BODY);
        }
        return answers;
    }

    private static void complete(
            PathItem.HttpMethod method, Operation operation, Map<String, String> answers, boolean hasShape) {
        APIResponses documented =
                operation.getResponses() == null ? OASFactory.createAPIResponses() : operation.getResponses();
        answers.forEach((status, description) -> {
            APIResponse own = documented.getAPIResponse(status);
            // The generator writes answers of its own, without the shape of the body.
            if (own == null || own.getContent() == null && own.getRef() == null && !status.equals("404")) {
                documented.addAPIResponse(status, problem(description, hasShape));
            }
        });
        if (method == PathItem.HttpMethod.GET && documented.getAPIResponse("304") == null) {
            documented.addAPIResponse(
                    "304", OASFactory.createAPIResponse().description("The client's copy is up to date"));
        }
        // Sorted, since two builds must write the same document.
        Map<String, APIResponse> sorted = new TreeMap<>(documented.getAPIResponses());
        documented.setAPIResponses(sorted);
        operation.setResponses(documented);
    }

    private static APIResponse problem(String description, boolean hasShape) {
        Content content = OASFactory.createContent()
                .addMediaType(
                        Problem.MEDIA_TYPE,
                        hasShape
                                ? OASFactory.createMediaType()
                                        .schema(OASFactory.createSchema().ref("#/components/schemas/Problem"))
                                : OASFactory.createMediaType());
        return OASFactory.createAPIResponse().description(description).content(content);
    }
}
