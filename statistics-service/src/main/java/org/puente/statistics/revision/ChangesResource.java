package org.puente.statistics.revision;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.puente.kit.conditional.Conditional;
import org.puente.kit.page.Page;
import org.puente.kit.page.PageLink;
import org.puente.kit.problem.Problem;
import org.puente.kit.problem.Refusal;
import org.puente.kit.query.OwnQuery;
import org.puente.kit.query.QueryParameters;
import org.puente.statistics.dataset.Codes;
import org.puente.statistics.dataset.Dimension;
import org.puente.statistics.release.Catalog;
import org.puente.statistics.release.Release;
import org.puente.statistics.series.QueryParser;

/** What a release revised. */
@Path("/v1/releases/{id}/changes")
@Tag(name = "releases")
@Produces(MediaType.APPLICATION_JSON)
class ChangesResource {

    private static final int DEFAULT_LIMIT = 100;
    private static final int MOST = 1000;

    private final Catalog catalog;
    private final DataSource dataSource;
    private final ObjectMapper json;

    ChangesResource(Catalog catalog, DataSource dataSource, ObjectMapper json) {
        this.catalog = catalog;
        this.dataSource = dataSource;
        this.json = json;
    }

    @GET
    @OwnQuery
    @Operation(
            operationId = "listChanges",
            summary = "List the cells that a release gives otherwise than another one",
            description =
                    "Releases of different kinds are compared in the dimensions that both resolve, over the months"
                            + " that both cover. A cell that one lacks counts as zero there. Weights that differ by no more than"
                            + " 1e-9 lb are equal. In order of month and code.")
    @Parameter(
            name = "since",
            in = ParameterIn.QUERY,
            required = true,
            description = "Id of the other release",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "from",
            in = ParameterIn.QUERY,
            description = "First period",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "to",
            in = ParameterIn.QUERY,
            description = "Last period",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "fiscalYear",
            in = ParameterIn.QUERY,
            description = "Instead of from and to",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "limit",
            in = ParameterIn.QUERY,
            description = "Most cells on the page",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "1000", defaultValue = "100"))
    @Parameter(
            name = "cursor",
            in = ParameterIn.QUERY,
            description = "`next` of the page before",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "region",
            in = ParameterIn.QUERY,
            description =
                    "Only these codes, as `southwest,northern`, or all but these, as `!other`; so for every dimension",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(name = "component", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING))
    @Parameter(name = "area", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING))
    @Parameter(name = "state", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING))
    @Parameter(name = "demographic", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING))
    @Parameter(name = "citizenship", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING))
    @Parameter(name = "authority", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING))
    @Parameter(name = "type", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING))
    @Parameter(name = "land", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING))
    @Parameter(name = "drug", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING))
    @APIResponse(
            responseCode = "200",
            description = "One page",
            content = @Content(schema = @Schema(implementation = Changes.class)))
    @APIResponse(responseCode = "304", description = "The client's copy is up to date")
    @APIResponse(
            responseCode = "400",
            description = "A parameter is wrong, or the releases have no dimension in common",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "404",
            description = "There is no such release",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Response changes(@PathParam("id") String id, @Context UriInfo uri, @Context Request request)
            throws SQLException {
        Catalog.Snapshot known = catalog.snapshot();
        Release release = known.find(id).orElseThrow(() -> Refusal.unknown("release", id));
        Map<String, String> parameters = parameters(uri, release);
        Release since = since(known, parameters.get("since"), release);
        Codes codes = known.codes().get(release.kind().dataset());
        Comparison comparison = new Comparison(
                since, release, QueryParser.parse(release.kind().dataset(), query(parameters), codes), codes);
        int limit = limit(parameters.get("limit"));
        List<Object> position = comparison.position(parameters.get("cursor"));
        try (Connection connection = dataSource.getConnection()) {
            Changes changes = comparison.answer(
                    CellDifferences.find(connection, comparison.question(), position, limit + 1), limit);
            String link = PageLink.next(uri, new Page<>(changes.items(), changes.total(), changes.next()));
            return Conditional.json(request, json, Conditional.fresh(Duration.ofHours(1)), changes, link);
        }
    }

    private static Map<String, String> parameters(UriInfo uri, Release release) {
        MultivaluedMap<String, String> given = uri.getQueryParameters();
        Set<String> valid = new TreeSet<>(Set.of("since", "from", "to", "fiscalYear", "limit", "cursor"));
        release.kind().dataset().dimensions().stream().map(Dimension::code).forEach(valid::add);
        QueryParameters.refuseUnknown(given.keySet(), valid);
        Map<String, String> parameters = new TreeMap<>();
        given.forEach((name, values) -> parameters.put(name, String.join(",", values)));
        return parameters;
    }

    /** The limit and cursor of a series mean something else. */
    private static Map<String, String> query(Map<String, String> parameters) {
        Map<String, String> query = new TreeMap<>(parameters);
        query.keySet().removeAll(Set.of("since", "limit", "cursor"));
        return query;
    }

    private static Release since(Catalog.Snapshot known, String id, Release release) {
        if (id == null) {
            throw Refusal.invalid("since", "must name the release to compare with");
        }
        Release since = known.find(id).orElseThrow(() -> Refusal.invalid("since", "there is no release '" + id + "'"));
        if (since.kind().dataset() != release.kind().dataset()) {
            throw Refusal.invalid(
                    "since",
                    "is of " + since.kind().dataset().code() + ", the release of "
                            + release.kind().dataset().code());
        }
        return since;
    }

    private static int limit(String text) {
        if (text == null) {
            return DEFAULT_LIMIT;
        }
        if (!text.matches("\\d{1,4}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > MOST) {
            throw Refusal.invalid("limit", "is a whole number from 1 to " + MOST);
        }
        return Integer.parseInt(text);
    }
}
