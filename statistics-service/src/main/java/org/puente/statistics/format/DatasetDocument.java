package org.puente.statistics.format;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.puente.kit.problem.Problem;
import org.puente.statistics.calendar.Frequency;
import org.puente.statistics.dataset.Dataset;
import org.puente.statistics.dataset.Dimension;
import org.puente.statistics.dataset.Measure;
import org.puente.statistics.series.SeriesQuery;
import org.puente.statistics.series.Transform;
import org.puente.statistics.series.Vintage;

/** Documents the parameters, formats, and errors of the datasets' resources from what the code itself knows. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class DatasetDocument implements OASFilter {

    private static final String SHORT_LIVED = "Fresh for a minute; for good where `release` names the releases";

    @Override
    public void filterOpenAPI(OpenAPI document) {
        for (Dataset dataset : Dataset.values()) {
            for (Parameters resource : Parameters.values()) {
                Operation operation = document.getPaths()
                        .getPathItem(
                                "/v1/" + dataset.code() + "/" + resource.name().toLowerCase(Locale.ROOT))
                        .getGET();
                describe(dataset, resource, operation);
            }
            Operation dimensions = document.getPaths()
                    .getPathItem("/v1/" + dataset.code() + "/dimensions")
                    .getGET();
            dimensions.setDescription("The codes are what the filters of the other operations take.");
            answers(dimensions, "dimensions");
            errors(dimensions, Map.of("400", "A query parameter was given; there are none"));
        }
    }

    private static void describe(Dataset dataset, Parameters resource, Operation operation) {
        for (Dimension dimension : dataset.dimensions()) {
            operation.addParameter(filter(dimension));
        }
        for (String name : resource.names()) {
            operation.addParameter(parameter(name, dataset));
        }
        String name = resource.name().toLowerCase(Locale.ROOT);
        operation.setDescription(
                switch (resource) {
                    case SERIES -> seriesDescription();
                    case SUMMARY -> "Without `month` it is the last month covered. Filters narrow all of it.";
                    case AVAILABILITY ->
                        "Each dimension is listed with the codes that still have a figure above zero under all filters.";
                });
        answers(operation, name);
        errors(
                operation,
                Map.of(
                        "400",
                                "A parameter, code, period or combination is invalid; `violations` names each fault and what would be valid",
                        "404", "A release of that name doesn't exist",
                        "422", "No release resolves the dimensions; `kinds` names the official files to import",
                        "503", "The figures can't be read now; try again shortly"));
        if (resource == Parameters.SERIES) {
            formats(operation);
            errors(operation, Map.of("406", "None of the accepted media types is offered"));
        }
    }

    private static String seriesDescription() {
        String transforms = Arrays.stream(Transform.values())
                .map(transform -> "- `" + transform.code() + "`: " + transform.formula())
                .collect(Collectors.joining("\n"));
        return "Each month comes from the newest release by `asOf` that covers it and resolves the dimensions the query"
                + " touches. A month that no release covers is missing, never zero; a group without a cell in a covered"
                + " month is zero. Transforms are computed after all cells of a group were added up; `x(p)` is the sum"
                + " over period p, `d(p)` the number of its days:\n\n" + transforms
                + "\n\nA figure that needs a missing month is missing, as is one that divides by zero; `notes` says which."
                + " For `level`, `per-day` and `share` a quarter or year with missing months is `partial` and names them."
                + " Ratios are rounded to six decimals.";
    }

    private static Parameter filter(Dimension dimension) {
        return OASFactory.createParameter()
                .name(dimension.code())
                .in(Parameter.In.QUERY)
                .description(dimension.label() + ": a code, or several with commas; a `!` before them means all others")
                .schema(string().pattern("^!?[A-Za-z0-9-]+(,!?[A-Za-z0-9-]+)*$"));
    }

    private static Parameter parameter(String name, Dataset dataset) {
        Parameter parameter = OASFactory.createParameter().name(name).in(Parameter.In.QUERY);
        return switch (name) {
            case "measure" ->
                parameter
                        .description(
                                "What is added up; " + dataset.measures().get(0).code() + " if not given")
                        .schema(oneOf(
                                dataset.measures().stream().map(Measure::code).toList()));
            case "groupBy" ->
                parameter
                        .description(
                                "Dimensions, with commas between; one series for each combination of their codes with a"
                                        + " figure above zero, or with every code named by a filter")
                        .schema(string());
            case "from" -> period(parameter, "The first month, or a period that begins with it");
            case "to" -> period(parameter, "The last month, or a period that ends with it");
            case "month" -> period(parameter, "The month; the last one covered if not given");
            case "fiscalYear" ->
                parameter
                        .description("In place of from and to: October of the year before to September")
                        .schema(string().pattern("^(FY)?[0-9]{4}$"));
            case "freq" ->
                parameter
                        .description("Length of the periods")
                        .schema(oneOf(Arrays.stream(Frequency.values())
                                        .map(Frequency::code)
                                        .toList())
                                .defaultValue(Frequency.MONTH.code()));
            case "transform" ->
                parameter
                        .description("What is done with each figure, as defined above")
                        .schema(oneOf(Arrays.stream(Transform.values())
                                        .map(Transform::code)
                                        .toList())
                                .defaultValue(Transform.LEVEL.code()));
            case "base" -> period(parameter, "The period that is 100, for `transform=index`");
            case "asOf" ->
                parameter
                        .description("See only what was published by the end of that day; all of it if not given")
                        .schema(string().format("date"));
            case "vintage" ->
                parameter
                        .description(
                                "Of the releases that cover a month the newest, the oldest, or each as a series of its own")
                        .schema(oneOf(Arrays.stream(Vintage.values())
                                        .map(Vintage::code)
                                        .toList())
                                .defaultValue(Vintage.LATEST.code()));
            case "release" ->
                parameter
                        .description("Ids of the only releases to use, with commas between: the answer never changes")
                        .schema(string());
            case "top" ->
                parameter
                        .description(
                                "Show the groups that are largest over all months asked for, the others summed as `rest`")
                        .schema(number(1, 1000));
            case "order" ->
                parameter
                        .description("Order of the series: by code, or by what they are over all months asked for;"
                                + " `-value` with `top`, else `code`, if not given")
                        .schema(oneOf(Arrays.stream(SeriesQuery.Order.values())
                                .map(SeriesQuery.Order::code)
                                .toList()));
            case "limit" ->
                parameter
                        .description("Most series on a page")
                        .schema(number(1, SeriesQuery.MOST_SERIES).defaultValue(SeriesQuery.DEFAULT_LIMIT));
            case "cursor" -> parameter.description("`next` of the page before").schema(string());
            case "include" ->
                parameter
                        .description("`releases` names at each point the releases it comes from")
                        .schema(oneOf(List.of("releases")));
            case "format" ->
                parameter
                        .description("The format, whatever `Accept` says")
                        .schema(oneOf(
                                Arrays.stream(Format.values()).map(Format::code).toList()));
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static Parameter period(Parameter parameter, String description) {
        return parameter.description(description).schema(string().examples(List.of("2023-11", "FY2024-Q1", "2023")));
    }

    private static Schema string() {
        return OASFactory.createSchema().addType(Schema.SchemaType.STRING);
    }

    private static Schema oneOf(List<String> codes) {
        return string().enumeration(List.copyOf(codes));
    }

    private static Schema number(int least, int most) {
        return OASFactory.createSchema()
                .addType(Schema.SchemaType.INTEGER)
                .minimum(BigDecimal.valueOf(least))
                .maximum(BigDecimal.valueOf(most));
    }

    private static void formats(Operation operation) {
        Content content = operation.getResponses().getAPIResponse("200").getContent();
        MediaType json = content.getMediaType(Format.JSON_TYPE);
        for (Format format : Format.values()) {
            if (format != Format.JSON) {
                Schema schema = format == Format.JSON_STAT
                        ? OASFactory.createSchema()
                                .addType(Schema.SchemaType.OBJECT)
                                .description("A dataset of JSON-stat 2.0")
                        : string().description("One line a point");
                content.addMediaType(
                        format.mediaType(), OASFactory.createMediaType().schema(schema));
            }
        }
        content.addMediaType(Format.JSON_TYPE, json);
    }

    private static void answers(Operation operation, String resource) {
        APIResponse answer = operation.getResponses().getAPIResponse("200");
        answer.addHeader(
                "ETag",
                OASFactory.createHeader().description("Changes with the answer").schema(string()));
        answer.addHeader(
                "Cache-Control",
                OASFactory.createHeader().description(SHORT_LIVED).schema(string()));
        if (resource.equals("series")) {
            answer.addHeader(
                    "Link",
                    OASFactory.createHeader()
                            .description("`canonical` is the permalink, `next` the next page, `describedby` the JSON"
                                    + " with releases, notes and citation")
                            .schema(string()));
        }
        operation
                .getResponses()
                .addAPIResponse("304", OASFactory.createAPIResponse().description("The client's copy is up to date"));
    }

    private static void errors(Operation operation, Map<String, String> descriptions) {
        descriptions.forEach((status, description) -> operation
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
