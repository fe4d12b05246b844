package org.puente.localstack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** The operations that a running part documents. */
final class Documented {

    static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch", "head", "options");

    private Documented() {}

    /**
     * @param path      with its parameters in braces
     * @param mediaType of the body; null where there is none
     * @param query     names of the query parameters
     * @param statuses  that may come, {@code default} among them where it is there
     * @param roles     of which a caller needs one; empty where none is needed
     */
    record Operation(
            String method, String path, String mediaType, List<String> query, Set<String> statuses, Set<String> roles) {

        /** As the table of roles names it. */
        String name() {
            return method + " " + path;
        }

        /** With this text, already encoded, for each parameter of the path. */
        String filled(String value) {
            return path.replaceAll("\\{[^}]+}", java.util.regex.Matcher.quoteReplacement(value));
        }
    }

    static List<Operation> by(Part part) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(part.address() + "/openapi?format=json"))
                .header("Accept", "application/json")
                .build();
        HttpResponse<String> answer = HTTP.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(part.name() + " has no document: " + answer.statusCode());
        }
        List<Operation> operations = new ArrayList<>();
        JSON.readTree(answer.body()).path("paths").properties().forEach(path -> path.getValue().properties().stream()
                .filter(method -> METHODS.contains(method.getKey()))
                .forEach(method ->
                        operations.add(operation(path.getKey(), path.getValue(), method.getKey(), method.getValue()))));
        return operations;
    }

    private static Operation operation(String path, JsonNode shared, String method, JsonNode operation) {
        List<String> query = new ArrayList<>();
        for (JsonNode parameters : List.of(shared.path("parameters"), operation.path("parameters"))) {
            for (JsonNode parameter : parameters) {
                if (parameter.path("in").asText().equals("query")) {
                    query.add(parameter.path("name").asText());
                }
            }
        }
        Set<String> statuses = new TreeSet<>();
        operation.path("responses").fieldNames().forEachRemaining(statuses::add);
        JsonNode content = operation.path("requestBody").path("content");
        String mediaType = content.isEmpty() ? null : content.fieldNames().next();
        Set<String> roles = new TreeSet<>();
        operation.path("x-roles").forEach(role -> roles.add(role.asText()));
        return new Operation(method.toUpperCase(Locale.ROOT), path, mediaType, query, statuses, roles);
    }
}
