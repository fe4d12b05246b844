package org.puente.statistics.change;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.puente.kit.problem.Problem;
import org.puente.statistics.dataset.Dataset;
import org.puente.statistics.dataset.Dimension;
import org.puente.statistics.dataset.Measure;

/** Documents the parameters and errors of the change of each dataset from what the dataset itself says. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ChangeDocument implements OASFilter {

    private static final String DESCRIPTION =
            "Compares the full months after the event with the same months of the year before, with the months right"
                    + " before, and by a regression with placebo dates; docs/methods.md states each method and its limits."
                    + " Says what changed after the event, never why. Every number can be recomputed from `inputs`.";

    private static final Map<String, String> ERRORS = Map.of(
            "400", "A parameter is wrong; all faults and the valid values are named",
            "422", "No release resolves the filters; the kinds of file to import are named",
            "503", "The figures can't be read now; try again shortly");

    @Override
    public void filterOpenAPI(OpenAPI document) {
        for (Dataset dataset : Dataset.values()) {
            Operation operation = document.getPaths()
                    .getPathItem("/v1/" + dataset.code() + "/change")
                    .getGET();
            operation.setDescription(DESCRIPTION);
            ChangeQuery.parameters(dataset).forEach(name -> operation.addParameter(parameter(name, dataset)));
            operation
                    .getResponses()
                    .addAPIResponse(
                            "304", OASFactory.createAPIResponse().description("The client's copy is up to date"));
            ERRORS.forEach((status, description) -> operation
                    .getResponses()
                    .addAPIResponse(
                            status,
                            OASFactory.createAPIResponse()
                                    .description(description)
                                    .content(OASFactory.createContent()
                                            .addMediaType(
                                                    Problem.MEDIA_TYPE,
                                                    OASFactory.createMediaType()
                                                            .schema(OASFactory.createSchema()
                                                                    .ref("#/components/schemas/Problem"))))));
        }
    }

    private static Parameter parameter(String name, Dataset dataset) {
        Parameter parameter = OASFactory.createParameter().name(name).in(Parameter.In.QUERY);
        return switch (name) {
            case "event" ->
                parameter
                        .required(true)
                        .description("The day of the event")
                        .example("2023-05-11")
                        .schema(schema(Schema.SchemaType.STRING).format("date"));
            case "window" ->
                parameter
                        .description("The most full months after the event that the headline compares")
                        .schema(schema(Schema.SchemaType.INTEGER)
                                .minimum(BigDecimal.ONE)
                                .maximum(BigDecimal.valueOf(ChangeQuery.LONGEST_WINDOW))
                                .defaultValue(ChangeQuery.LONGEST_WINDOW));
            case "contrast" ->
                parameter
                        .description(
                                "Compare the nationalities that `citizenship` names with all `others`, or with those"
                                        + " listed here with commas between")
                        .schema(schema(Schema.SchemaType.STRING));
            case "asOf" ->
                parameter
                        .description("See only what was published by the end of that day; all of it if not given")
                        .schema(schema(Schema.SchemaType.STRING).format("date"));
            case "measure" ->
                parameter
                        .description(
                                "What is added up; " + dataset.measures().get(0).code() + " if not given")
                        .schema(schema(Schema.SchemaType.STRING)
                                .enumeration(List.copyOf(dataset.measures().stream()
                                        .map(Measure::code)
                                        .toList())));
            default -> filter(parameter, dataset);
        };
    }

    private static Parameter filter(Parameter parameter, Dataset dataset) {
        Dimension dimension = dataset.dimensions().stream()
                .filter(each -> each.code().equals(parameter.getName()))
                .findFirst()
                .orElseThrow();
        return parameter
                .description(dimension.label() + ": a code, or several with commas; a `!` before them means all others")
                .schema(schema(Schema.SchemaType.STRING).pattern("^!?[A-Za-z0-9-]+(,!?[A-Za-z0-9-]+)*$"));
    }

    private static Schema schema(Schema.SchemaType type) {
        return OASFactory.createSchema().addType(type);
    }
}
