package org.puente.gateway;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.puente.gateway.openapi.ServiceDocuments;

@QuarkusTest
@WithTestResource(value = FakeServices.class, scope = TestResourceScope.GLOBAL)
class OneDocumentTest {

    private static final List<String> METHODS = List.of("get", "put", "post", "patch", "delete", "head");

    @Test
    void everyPathOfBothServicesStandsUnderThePrefixOfTheGateway() throws Exception {
        JsonNode paths = document().path("paths");
        for (String service : List.of("statistics", "diplomacy")) {
            assertThat(ServiceDocuments.pathsOf(service)).isNotEmpty();
            for (String path : ServiceDocuments.pathsOf(service)) {
                assertThat(paths.has("/api" + path)).as(path).isTrue();
            }
        }
        assertThat(paths.has("/api/v1/briefing")).isTrue();
        paths.fieldNames().forEachRemaining(path -> assertThat(path).startsWith("/api/v1/"));
    }

    @Test
    void everyReferenceResolves() throws Exception {
        JsonNode document = document();
        List<JsonNode> references = document.findValues("$ref");
        assertThat(references).hasSizeGreaterThan(20);
        for (JsonNode reference : references) {
            assertThat(reference.asText()).startsWith("#/");
            assertThat(document.at(reference.asText().substring(1)).isMissingNode())
                    .as(reference.asText())
                    .isFalse();
        }
    }

    @Test
    void operationIdsAreThereAndUnique() throws Exception {
        List<String> ids = new ArrayList<>();
        document().path("paths").forEach(item -> METHODS.stream()
                .filter(item::has)
                .forEach(method -> ids.add(item.get(method).path("operationId").asText())));
        assertThat(ids).doesNotContain("").doesNotHaveDuplicates();
    }

    @Test
    void theDocumentIsOpenApi31InJsonAndYamlAndHasAPage() throws Exception {
        assertThat(document().path("openapi").asText()).startsWith("3.1");
        String yaml = given().accept("application/yaml").get("/openapi").asString();
        assertThat(yaml).startsWith("---").contains("openapi: 3.1", "/api/v1/briefing");
        when().get("/docs/").then().statusCode(200).contentType("text/html");
    }

    /** What belongs to all services stands there once; what two services name alike stays apart. */
    @Test
    void schemasOfDifferentServicesDoNotClash() throws Exception {
        JsonNode schemas = document().at("/components/schemas");
        assertThat(schemas.has("Problem")).isTrue();
        Set<String> names = new HashSet<>();
        schemas.fieldNames().forEachRemaining(names::add);
        assertThat(names).doesNotContain("StatisticsProblem", "DiplomacyProblem");
        assertThat(names)
                .anyMatch(name -> name.startsWith("Statistics"))
                .anyMatch(name -> name.startsWith("Diplomacy"));
    }

    private static JsonNode document() throws Exception {
        String json = given().accept("application/json").get("/openapi").asString();
        return new ObjectMapper().readTree(json);
    }
}
