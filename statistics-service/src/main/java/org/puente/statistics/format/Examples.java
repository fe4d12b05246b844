package org.puente.statistics.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.examples.Example;
import org.puente.statistics.dataset.Dataset;

/** Requests with their real answers, for the OpenAPI document: each is a file with the query and what it gives. */
final class Examples {

    private Examples() {}

    static Map<String, Example> of(Dataset dataset, String resource) {
        Map<String, Example> examples = new LinkedHashMap<>();
        String file = "/openapi/" + dataset.code() + "-" + resource + ".json";
        try (InputStream json = Examples.class.getResourceAsStream(file)) {
            if (json != null) {
                JsonNode all = new ObjectMapper().readTree(json);
                all.properties().forEach(each -> {
                    JsonNode example = each.getValue();
                    examples.put(
                            each.getKey(),
                            OASFactory.createExample()
                                    .summary(example.get("summary").textValue())
                                    .description("`" + example.get("request").textValue() + "`")
                                    .value(example.get("answer")));
                });
            }
            return examples;
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }
}
