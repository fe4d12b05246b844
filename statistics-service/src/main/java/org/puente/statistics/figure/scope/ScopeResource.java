package org.puente.statistics.figure.scope;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.puente.kit.conditional.Conditional;
import org.puente.kit.problem.Problem;
import org.puente.kit.problem.Refusal;
import org.puente.statistics.calendar.Period;
import org.puente.statistics.dataset.Measure;

/** Finds what a quoted number is a number of. */
@Path("/v1/figures/scopes")
@Tag(name = "figures")
@Produces(MediaType.APPLICATION_JSON)
class ScopeResource {

    private static final int LONGEST_NUMBER = 20;

    private static final Map<String, Map.Entry<Measure, ScopeUnit>> UNITS = Map.of(
            "encounters", Map.entry(Measure.ENCOUNTERS, ScopeUnit.TOTAL),
            "encounters/day", Map.entry(Measure.ENCOUNTERS, ScopeUnit.PER_DAY),
            "percent", Map.entry(Measure.ENCOUNTERS, ScopeUnit.PERCENT),
            "lb", Map.entry(Measure.WEIGHT, ScopeUnit.TOTAL),
            "percent of lb", Map.entry(Measure.WEIGHT, ScopeUnit.PERCENT),
            "events", Map.entry(Measure.EVENTS, ScopeUnit.TOTAL),
            "percent of events", Map.entry(Measure.EVENTS, ScopeUnit.PERCENT));

    private final ScopeFinder finder;
    private final ObjectMapper json;

    ScopeResource(ScopeFinder finder, ObjectMapper json) {
        this.finder = finder;
        this.json = json;
    }

    @GET
    @Operation(
            operationId = "findScopes",
            summary = "Find the slices of the data that reproduce a number",
            description =
                    "Tries every region, component, demographic, citizenship and authority, alone and together (for"
                            + " drugs: region, component and drug), over every span of up to twelve months. The nearest come first,"
                            + " of equally near ones the simplest.")
    @APIResponse(
            responseCode = "200",
            description = "The slices; none where nothing comes within 5 %",
            content = @Content(schema = @Schema(implementation = ScopeAnswer.class)))
    @APIResponse(responseCode = "304", description = "The client's copy is up to date")
    @APIResponse(
            responseCode = "400",
            description = "A parameter is wrong; the valid values are named",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "422",
            description = "No release is imported that could be searched",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Response find(
            @Parameter(description = "The number, as it was written", required = true, example = "3201144")
                    @QueryParam("value")
                    String value,
            @Parameter(
                            description = "What it counts",
                            schema =
                                    @Schema(
                                            enumeration = {
                                                "encounters",
                                                "encounters/day",
                                                "percent",
                                                "lb",
                                                "percent of lb",
                                                "events",
                                                "percent of events"
                                            }))
                    @QueryParam("unit")
                    @DefaultValue("encounters")
                    String unit,
            @Parameter(
                            description = "Only spans within this month, quarter or year, or within two of them with a"
                                    + " slash between",
                            example = "FY2023")
                    @QueryParam("period")
                    String period,
            @Parameter(description = "Only what was published by the end of that day counts", example = "2024-12-31")
                    @QueryParam("asOf")
                    LocalDate asOf,
            @Parameter(description = "Most slices in the answer")
                    @QueryParam("limit")
                    @DefaultValue("10")
                    @Min(1)
                    @Max(50)
                    int limit,
            @Context Request request) {
        if (!UNITS.containsKey(unit)) {
            throw Refusal.invalid(
                    "unit",
                    "'" + unit + "' is not known; valid values are "
                            + String.join(", ", UNITS.keySet().stream().sorted().toList()));
        }
        BigDecimal number = number(value);
        YearMonth[] months = months(period);
        ScopeQuery query = new ScopeQuery(
                number,
                UNITS.get(unit).getKey(),
                UNITS.get(unit).getValue(),
                Optional.ofNullable(months[0]),
                Optional.ofNullable(months[1]),
                Optional.ofNullable(asOf),
                limit);
        ScopeAnswer answer =
                new ScopeAnswer(number, unit, period, asOf == null ? null : asOf.toString(), finder.find(query));
        return Conditional.json(request, json, Conditional.revalidated(), answer);
    }

    private static BigDecimal number(String text) {
        if (text == null) {
            throw Refusal.invalid("value", "is missing");
        }
        if (text.length() > LONGEST_NUMBER || !text.matches("-?\\d+(\\.\\d+)?")) {
            throw Refusal.invalid("value", "is a number without grouping, such as 3201144 or 78.8");
        }
        return new BigDecimal(text);
    }

    private static YearMonth[] months(String text) {
        if (text == null) {
            return new YearMonth[2];
        }
        try {
            String[] parts = text.split("/", -1);
            Period first = Period.parse(parts[0]);
            Period last = Period.parse(parts[parts.length - 1]);
            if (parts.length > 2 || first.first().isAfter(last.last())) {
                throw new DateTimeException("a span is written 2023-10/2023-11, the earlier period first");
            }
            return new YearMonth[] {first.first(), last.last()};
        } catch (DateTimeException e) {
            throw Refusal.invalid("period", "'" + text + "' can't be read: " + e.getMessage());
        }
    }
}
