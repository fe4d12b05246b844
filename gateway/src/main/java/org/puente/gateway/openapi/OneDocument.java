package org.puente.gateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.smallrye.openapi.api.SmallRyeOpenAPI;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.tags.Tag;

/** Adds everything that both services answer to the gateway's own document while it is built. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class OneDocument implements OASFilter {

    private static final List<String> SERVICES = List.of("statistics", "diplomacy");

    @Override
    public void filterOpenAPI(OpenAPI document) {
        Map<String, ObjectNode> documents = new TreeMap<>();
        SERVICES.forEach(service -> documents.put(service, ServiceDocuments.read(service)));
        Set<String> shared = shared(documents.get("statistics"), documents.get("diplomacy"));
        for (String service : SERVICES) {
            add(document, parsed(GatewayView.of(service, documents.get(service), shared)));
        }
    }

    /** Schemas that stand in both documents alike come from what the services share. */
    private static Set<String> shared(ObjectNode one, ObjectNode other) {
        JsonNode schemas = one.at("/components/schemas");
        JsonNode others = other.at("/components/schemas");
        Set<String> shared = new HashSet<>(Set.of("Problem", "Violation"));
        schemas.fieldNames().forEachRemaining(name -> {
            if (schemas.get(name).equals(others.get(name))) {
                shared.add(name);
            }
        });
        return shared;
    }

    private static OpenAPI parsed(ObjectNode document) {
        byte[] bytes = document.toString().getBytes(StandardCharsets.UTF_8);
        return SmallRyeOpenAPI.builder()
                .withApplicationClassLoader(OneDocument.class.getClassLoader())
                .withCustomStaticFile(() -> new ByteArrayInputStream(bytes))
                .enableModelReader(false)
                .enableStandardStaticFiles(false)
                .enableStandardFilter(false)
                .enableAnnotationScan(false)
                .build()
                .model();
    }

    private static void add(OpenAPI document, OpenAPI service) {
        if (document.getPaths() == null) {
            document.setPaths(OASFactory.createPaths());
        }
        service.getPaths().getPathItems().forEach((path, item) -> {
            PathItem own = document.getPaths().getPathItem(path);
            if (own == null) {
                document.getPaths().addPathItem(path, item);
            } else {
                item.getOperations().forEach((method, operation) -> {
                    if (!own.getOperations().containsKey(method)) {
                        own.setOperation(method, operation);
                    }
                });
            }
        });
        addTags(document, service);
        if (service.getComponents() != null) {
            addComponents(document, service.getComponents());
        }
    }

    private static void addTags(OpenAPI document, OpenAPI service) {
        Set<String> known = new TreeSet<>();
        if (document.getTags() != null) {
            document.getTags().stream().map(Tag::getName).forEach(known::add);
        }
        if (service.getTags() != null) {
            service.getTags().stream().filter(tag -> known.add(tag.getName())).forEach(document::addTag);
        }
    }

    private static void addComponents(OpenAPI document, Components service) {
        if (document.getComponents() == null) {
            document.setComponents(OASFactory.createComponents());
        }
        Components all = document.getComponents();
        each(service.getSchemas(), all::addSchema);
        each(service.getResponses(), all::addResponse);
        each(service.getParameters(), all::addParameter);
        each(service.getExamples(), all::addExample);
        each(service.getRequestBodies(), all::addRequestBody);
        each(service.getHeaders(), all::addHeader);
        each(service.getLinks(), all::addLink);
        each(service.getSecuritySchemes(), all::addSecurityScheme);
    }

    private static <T> void each(Map<String, T> components, java.util.function.BiConsumer<String, T> add) {
        if (components != null) {
            components.forEach(add);
        }
    }
}
