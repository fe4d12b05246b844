package org.puente.gateway.search;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.puente.gateway.diplomacy.Diplomacy;
import org.puente.gateway.diplomacy.SearchHit;
import org.puente.gateway.statistics.Figure;
import org.puente.gateway.statistics.Statistics;
import org.puente.gateway.upstream.Fanout;
import org.puente.gateway.upstream.Joins;
import org.puente.kit.problem.Problem;
import org.puente.kit.problem.Refusal;

@Path("/api/v1/search")
@Tag(name = "Joins")
@Produces(MediaType.APPLICATION_JSON)
class SearchResource {

    private static final int LONGEST = 200;

    private final Joins joins;

    SearchResource(Joins joins) {
        this.joins = joins;
    }

    @GET
    @Operation(
            operationId = "search",
            summary = "Search both contexts",
            description =
                    "Records of diplomacy by full text in English and Spanish, and reported figures that have all "
                            + "the words in statement or speaker; accents don't matter.")
    @APIResponse(
            responseCode = "200",
            description = "What was found",
            content = @Content(schema = @Schema(implementation = SearchPage.class)))
    @APIResponse(responseCode = "304", description = "The client's copy is up to date")
    @APIResponse(
            responseCode = "400",
            description = "There are no words, or too many",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Uni<Response> search(
            @Parameter(description = "The words", required = true, example = "guatemala contencion") @RestQuery
                    String q,
            @Parameter(description = "Only records of these kinds", example = "agreement,position") @RestQuery
                    String kind,
            @Parameter(description = "Most records on the page") @RestQuery Integer limit,
            @Parameter(description = "`next` of the page before") @RestQuery String cursor,
            Request request) {
        if (q == null || q.isBlank() || q.length() > LONGEST) {
            throw Refusal.invalid("q", "needs 1 to " + LONGEST + " characters of what to search for");
        }
        return joins.answer(request, fanout -> join(fanout, q, kind, limit, cursor));
    }

    private static Uni<SearchPage> join(Fanout fanout, String q, String kind, Integer limit, String cursor) {
        Uni<SearchHit.Hits> records = fanout.optional(Diplomacy.SEARCH
                .at()
                .with("q", q)
                .with("kind", kind)
                .with("limit", limit)
                .with("cursor", cursor));
        Uni<Figure.Figures> figures = fanout.optional(Statistics.FIGURES.at().with("limit", 200));
        return Uni.combine()
                .all()
                .unis(records, figures)
                .with((hits, reported) -> new SearchPage(
                        hits == null ? null : hits.items(),
                        hits == null ? 0 : hits.total(),
                        hits == null ? null : hits.next(),
                        reported == null ? null : matching(reported.items(), q),
                        fanout.missing()));
    }

    private static List<Figure> matching(List<Figure> figures, String q) {
        List<String> words = List.of(plain(q).trim().split("\\s+"));
        return figures.stream()
                .filter(figure -> {
                    String text = plain(figure.statement() + " " + figure.speaker());
                    return words.stream().allMatch(text::contains);
                })
                .toList();
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }
}
