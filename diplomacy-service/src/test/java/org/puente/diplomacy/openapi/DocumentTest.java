package org.puente.diplomacy.openapi;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.puente.diplomacy.testsupport.Api.anyone;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.http.ContentType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.puente.diplomacy.testsupport.DiplomacyTest;

@DiplomacyTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DocumentTest {

    /** A folder to write the answers to, where the examples shall be made anew. */
    private static final String RECORD = System.getProperty("puente.examples");

    private static final ObjectMapper JSON = new ObjectMapper();

    private static JsonNode document() throws IOException {
        return JSON.readTree(given().accept(ContentType.JSON).get("/openapi").asString());
    }

    private static List<JsonNode> operations() throws IOException {
        List<JsonNode> operations = new ArrayList<>();
        document().get("paths").forEach(path -> path.forEach(operations::add));
        return operations;
    }

    @Test
    void everyOperationHasItsOwnNameWordsAndErrors() throws IOException {
        List<String> ids = new ArrayList<>();
        for (JsonNode operation : operations()) {
            ids.add(operation.get("operationId").asText());
            assertThat(operation.get("summary").asText()).isNotBlank();
            assertThat(operation.get("description").asText()).isNotBlank();
            assertThat(operation
                            .at("/responses/default/content/application~1problem+json/schema/$ref")
                            .asText())
                    .endsWith("/Problem");
            assertThat(operation.at("/responses/400").isMissingNode()).isFalse();
            assertThat(operation.at("/responses/401").isMissingNode()).isFalse();
        }
        assertThat(ids).doesNotHaveDuplicates().contains("listAgreements", "getAgreementLineage", "assessCommitment");
        assertThat(ids).hasSizeGreaterThan(75);
    }

    @Test
    void everyReadAndEveryBodyHasAnExample() throws IOException {
        List<String> without = new ArrayList<>();
        for (JsonNode operation : operations()) {
            JsonNode body = operation.at("/requestBody/content/application~1json");
            if (!body.isMissingNode() && !body.has("example")) {
                without.add(operation.get("operationId").asText() + " body");
            }
            JsonNode answer = operation.at("/responses/200/content/application~1json");
            boolean reads = !operation.has("requestBody")
                    && !operation.at("/responses/304").isMissingNode();
            if (reads && !answer.has("example")) {
                without.add(operation.get("operationId").asText());
            }
        }
        assertThat(without).isEmpty();
    }

    static Stream<String[]> examples() throws IOException {
        TreeMap<String, String> addresses = new TreeMap<>();
        try (InputStream file = DocumentTest.class.getResourceAsStream("/examples.json")) {
            JSON.readTree(file)
                    .properties()
                    .forEach(entry ->
                            addresses.put(entry.getKey(), entry.getValue().asText()));
        }
        return addresses.entrySet().stream().map(entry -> new String[] {entry.getKey(), entry.getValue()});
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void exampleIsWhatTheServiceAnswers(String operation, String address) throws IOException {
        JsonNode answer = JSON.readTree(
                anyone().get(address).then().statusCode(200).extract().asString());
        timeless(answer);
        String name = "/openapi-examples/" + operation + ".json";
        if (RECORD != null) {
            Path file = Path.of(RECORD, operation + ".json");
            Files.createDirectories(file.getParent());
            Files.writeString(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(answer) + "\n");
        } else {
            try (InputStream file = getClass().getResourceAsStream(name)) {
                assertThat(JSON.readTree(file)).isEqualTo(answer);
            }
        }
    }

    /** When something was loaded differs from run to run. */
    private static void timeless(JsonNode node) {
        if (node instanceof ObjectNode object) {
            for (String moment : List.of("knownSince", "recordedAt", "publicSince")) {
                if (object.has(moment)) {
                    object.put(moment, "2026-11-21T12:00:00Z");
                }
            }
        }
        node.forEach(DocumentTest::timeless);
    }
}
