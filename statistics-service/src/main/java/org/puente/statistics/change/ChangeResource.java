package org.puente.statistics.change;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.puente.kit.conditional.Conditional;
import org.puente.kit.problem.Problem;
import org.puente.statistics.dataset.Codes;
import org.puente.statistics.dataset.Dataset;
import org.puente.statistics.release.Catalog;

/** What changed after an event. */
@Path("/v1")
@Tag(name = "change", description = "What changed after a date, seasonally honest, or a refusal")
@Produces(MediaType.APPLICATION_JSON)
class ChangeResource {

    private static final String DESCRIPTION =
            "Compares the full months after the event with the same months of the year before, with the months right"
                    + " before, and by a regression with placebo dates; docs/methods.md states each method and its limits."
                    + " Says what changed after the event, never why. A filter takes a list of codes, with a leading `!`"
                    + " all but these.";

    private final Changes changes;
    private final Catalog catalog;
    private final ObjectMapper json;

    ChangeResource(Changes changes, Catalog catalog, ObjectMapper json) {
        this.changes = changes;
        this.catalog = catalog;
        this.json = json;
    }

    @GET
    @Path("encounters/change")
    @Operation(
            operationId = "getEncountersChange",
            summary = "What changed in encounters after an event",
            description = DESCRIPTION)
    @Parameter(
            name = "event",
            in = ParameterIn.QUERY,
            required = true,
            description = "The day of the event",
            example = "2023-05-11",
            schema = @Schema(type = SchemaType.STRING, format = "date"))
    @Parameter(
            name = "window",
            in = ParameterIn.QUERY,
            description = "The most full months after the event that the headline compares",
            example = "6",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "12", defaultValue = "12"))
    @Parameter(
            name = "contrast",
            in = ParameterIn.QUERY,
            description = "Compare the nationalities of `citizenship` with `others`, or with these of them",
            example = "others",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "asOf",
            in = ParameterIn.QUERY,
            description = "Only what was published by the end of that day counts",
            example = "2024-12-31",
            schema = @Schema(type = SchemaType.STRING, format = "date"))
    @Parameter(
            name = "region",
            in = ParameterIn.QUERY,
            description = "Border regions",
            example = "southwest",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "component",
            in = ParameterIn.QUERY,
            description = "CBP components: usbp, ofo",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "area",
            in = ParameterIn.QUERY,
            description = "Field offices and sectors",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "state",
            in = ParameterIn.QUERY,
            description = "States",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "demographic",
            in = ParameterIn.QUERY,
            description = "Demographics",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "citizenship",
            in = ParameterIn.QUERY,
            description = "Citizenships, ISO 3166-1 alpha-3",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "authority",
            in = ParameterIn.QUERY,
            description = "Titles of authority: title-8, title-42",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "type",
            in = ParameterIn.QUERY,
            description = "Encounter types",
            schema = @Schema(type = SchemaType.STRING))
    @APIResponse(
            responseCode = "200",
            description = "What changed; with `confidence: refused` why that can't be said",
            content = @Content(schema = @Schema(implementation = ChangeAnswer.class)))
    @APIResponse(responseCode = "304", description = "The client's copy is up to date")
    @APIResponse(
            responseCode = "400",
            description = "A parameter is wrong; all faults and the valid values are named",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "422",
            description = "No release resolves the filters; the kinds of file to import are named",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Response encounters(@Context UriInfo uri, @Context Request request) {
        return answer(Dataset.ENCOUNTERS, uri, request);
    }

    @GET
    @Path("drug-seizures/change")
    @Operation(
            operationId = "getDrugSeizuresChange",
            summary = "What changed in drug seizures after an event",
            description = DESCRIPTION)
    @Parameter(
            name = "event",
            in = ParameterIn.QUERY,
            required = true,
            description = "The day of the event",
            example = "2024-06-04",
            schema = @Schema(type = SchemaType.STRING, format = "date"))
    @Parameter(
            name = "window",
            in = ParameterIn.QUERY,
            description = "The most full months after the event that the headline compares",
            example = "6",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "12", defaultValue = "12"))
    @Parameter(
            name = "asOf",
            in = ParameterIn.QUERY,
            description = "Only what was published by the end of that day counts",
            example = "2026-01-31",
            schema = @Schema(type = SchemaType.STRING, format = "date"))
    @Parameter(
            name = "measure",
            in = ParameterIn.QUERY,
            description = "Pounds, or how often something was seized",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"weight", "events"},
                            defaultValue = "weight"))
    @Parameter(
            name = "region",
            in = ParameterIn.QUERY,
            description = "Border regions",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "component",
            in = ParameterIn.QUERY,
            description = "CBP components: usbp, ofo",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "land",
            in = ParameterIn.QUERY,
            description = "Land filter of the official file",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "area",
            in = ParameterIn.QUERY,
            description = "Field offices and sectors",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "drug",
            in = ParameterIn.QUERY,
            description = "Drugs",
            example = "fentanyl",
            schema = @Schema(type = SchemaType.STRING))
    @APIResponse(
            responseCode = "200",
            description = "What changed; with `confidence: refused` why that can't be said",
            content = @Content(schema = @Schema(implementation = ChangeAnswer.class)))
    @APIResponse(responseCode = "304", description = "The client's copy is up to date")
    @APIResponse(
            responseCode = "400",
            description = "A parameter is wrong; all faults and the valid values are named",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "422",
            description = "No release resolves the filters; the kinds of file to import are named",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Response drugSeizures(@Context UriInfo uri, @Context Request request) {
        return answer(Dataset.DRUG_SEIZURES, uri, request);
    }

    private Response answer(Dataset dataset, UriInfo uri, Request request) {
        Codes codes = catalog.snapshot().codes().get(dataset);
        ChangeQuery query = ChangeQuery.parse(dataset, uri.getQueryParameters(), codes);
        ChangeAnswer answer = changes.after(query, SliceWords.of(query.slice(), codes));
        return Conditional.json(request, json, Conditional.revalidated(), answer);
    }
}
