package org.puente.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.puente.gateway.diplomacy.Diplomacy;
import org.puente.gateway.statistics.Statistics;
import org.puente.gateway.upstream.Endpoint;

/** What the gateway asks and reads, against the documents that the build of the services has just written. */
class ContractTest {

    @TestFactory
    Stream<DynamicTest> everyParameterAndFieldStandsInTheDocumentOfItsService() {
        return Stream.of(Statistics.all(), Diplomacy.all())
                .flatMap(Collection::stream)
                .map(endpoint ->
                        dynamicTest(endpoint.path(), () -> assertThat(faults(endpoint, document(endpoint.upstream())))
                                .isEmpty()));
    }

    @TestFactory
    Stream<DynamicTest> aFieldThatAServiceRenamesIsFound() {
        return Stream.of("status", "nationalities", "title")
                .map(field -> dynamicTest(field, () -> {
                    String changed = document("diplomacy")
                            .toString()
                            .replace("\"" + field + "\":{", "\"renamed\":{")
                            .replace("\"" + field + "\": {", "\"renamed\": {");
                    assertThat(faults(Diplomacy.AGREEMENT, new ObjectMapper().readTree(changed)))
                            .anyMatch(fault -> fault.contains(field));
                }));
    }

    private static JsonNode document(String service) {
        try (InputStream in = ContractTest.class.getResourceAsStream("/upstream/" + service + "/openapi.json")) {
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> faults(Endpoint<?> endpoint, JsonNode document) {
        JsonNode path = document.path("paths").path(endpoint.path());
        JsonNode operation = path.path("get");
        if (operation.isMissingNode()) {
            return List.of("there is no GET " + endpoint.path());
        }
        List<String> faults = new ArrayList<>();
        List<String> parameters = Stream.of(path.path("parameters"), operation.path("parameters"))
                .flatMap(list ->
                        Stream.iterate(0, i -> i < list.size(), i -> i + 1).map(list::get))
                .map(parameter -> resolved(parameter, document).path("name").asText())
                .toList();
        endpoint.parameters().stream()
                .filter(name -> !parameters.contains(name))
                .forEach(name -> faults.add("parameter " + name));
        JsonNode schema = resolved(operation.at("/responses/200"), document).at("/content/application~1json/schema");
        compare(endpoint.type(), schema, "answer", document, faults);
        return faults;
    }

    private static void compare(Type type, JsonNode schema, String at, JsonNode document, List<String> faults) {
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            JsonNode items = property(schema, "items", document);
            compare(list.getActualTypeArguments()[0], items, at + "[]", document, faults);
        } else if (type instanceof Class<?> record && record.isRecord()) {
            for (RecordComponent component : record.getRecordComponents()) {
                JsonNode field = field(schema, component.getName(), document);
                String place = at + "." + component.getName();
                if (field.isMissingNode()) {
                    faults.add(place);
                } else {
                    compare(component.getGenericType(), field, place, document, faults);
                }
            }
        } else if (!(type instanceof ParameterizedType map && map.getRawType() == Map.class)) {
            boolean structured = !resolved(schema, document).path("properties").isMissingNode();
            if (structured) {
                faults.add(at + " is an object");
            }
        }
    }

    private static JsonNode field(JsonNode schema, String name, JsonNode document) {
        return property(schema, "properties", document).path(name);
    }

    /** Looks through references and through the parts of a combined schema. */
    private static JsonNode property(JsonNode schema, String name, JsonNode document) {
        JsonNode own = resolved(schema, document);
        if (own.has(name)) {
            return own.get(name);
        }
        for (String combination : List.of("allOf", "anyOf", "oneOf")) {
            for (JsonNode part : own.path(combination)) {
                JsonNode found = property(part, name, document);
                if (!found.isMissingNode()) {
                    return found;
                }
            }
        }
        return own.path(name);
    }

    private static JsonNode resolved(JsonNode node, JsonNode document) {
        JsonNode target =
                node.has("$ref") ? document.at(node.get("$ref").asText().substring(1)) : node;
        return target.equals(node) ? node : resolved(target, document);
    }
}
