package org.puente.statistics.figure;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.puente.statistics.testsupport.Documented.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.puente.statistics.testsupport.OfficialFiles;

/** The examples in the OpenAPI document are what the service answers on the official files. */
@QuarkusTest
class RecordedExamplesTest {

    private final ObjectMapper json = new ObjectMapper();

    @Test
    void everyExampleIsARealAnswer() throws IOException {
        for (OfficialFiles file : OfficialFiles.values()) {
            file.imported();
        }
        JsonNode recorded;
        try (InputStream file = getClass().getResourceAsStream("/openapi/recorded.json")) {
            recorded = json.readTree(file);
        }
        assertThat(recorded).hasSizeGreaterThanOrEqualTo(15);
        for (JsonNode example : recorded) {
            String request = example.get("request").textValue();
            String answer = send(example.get("method").textValue(), request, example.get("body"))
                    .asString();
            assertThat(json.readTree(answer)).as(request).isEqualTo(example.get("answer"));
        }
    }

    private Response send(String method, String request, JsonNode body) {
        RequestSpecification specification = client();
        if (body != null) {
            specification.contentType("application/json").body(body.toString());
        }
        return specification.request(method.toUpperCase(Locale.ROOT), request);
    }

    @Test
    void theDocumentHasTheExamplesAndLetsNullableReferencesBeNull() throws IOException {
        JsonNode document = json.readTree(given().accept("application/json")
                .queryParam("format", "json")
                .get("/openapi")
                .asString());
        JsonNode operation = document.at("/paths/~1v1~1encounters~1change/get");
        assertThat(operation
                        .at("/responses/200/content/application~1json/examples/end-of-title-42/value/headline")
                        .textValue())
                .startsWith("Encounters (Southwest border) changed by +1.2 % after 2023-05-11");
        assertThat(operation.get("parameters").findValuesAsText("name"))
                .contains("event", "window", "contrast", "asOf", "region", "citizenship")
                .doesNotContain("drug");
        JsonNode nullable = document.at("/components/schemas/Change/properties/contrast");
        assertThat(nullable.has("type")).isFalse();
        assertThat(nullable.get("anyOf").findValuesAsText("type")).containsExactly("null");
    }
}
