package org.puente.statistics.format;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.RuntimeDelegate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.puente.kit.conditional.Conditional;
import org.puente.kit.forwarded.PublicPath;
import org.puente.kit.problem.Refusal;
import org.puente.statistics.dataset.Dataset;
import org.puente.statistics.release.Catalog;
import org.puente.statistics.series.Plan;
import org.puente.statistics.series.QueryParser;
import org.puente.statistics.series.SeriesAnswer;
import org.puente.statistics.series.SeriesEngine;

/**
 * Answers a request for series. What lies in memory is answered on the event loop; what must read the database, or many cells,
 * leaves it.
 */
@ApplicationScoped
public class SeriesDelivery {

    /** How long the newest figures may be kept: new ones arrive about once a month, and are wanted soon. */
    private static final String SHORT = text(Conditional.fresh(Duration.ofMinutes(1)));

    private static final String FOREVER = text(Conditional.immutable());

    /** Cells that are read in about two milliseconds. */
    private static final long QUICK_CELLS = 2_000_000;

    private static final long LARGE_POINTS = 50_000;

    /** Goes into every tag: raise it when a format changes what it writes. */
    private static final String WRITERS = "2";

    private final Catalog catalog;
    private final SeriesEngine engine;
    private final BodyCache cache = new BodyCache();

    SeriesDelivery(Catalog catalog, SeriesEngine engine) {
        this.catalog = catalog;
        this.engine = engine;
    }

    /** A request, as far as it decides on the answer. */
    public record Asked(HttpServerRequest http, HttpHeaders headers, Request conditions) {

        private String key(Dataset dataset) {
            return dataset + "?" + http.query() + " " + http.getHeader(HttpHeaders.ACCEPT) + " " + prefix();
        }

        /** The path under which a proxy offers this service, by which addresses in bodies hold for its clients. */
        public String prefix() {
            return PublicPath.prefix(http);
        }
    }

    public Uni<Response> answer(Dataset dataset, Asked asked) {
        Catalog.Snapshot snapshot = catalog.snapshot();
        String key = asked.key(dataset);
        Optional<Body> kept = cache.find(key, snapshot);
        if (kept.isPresent()) {
            return Uni.createFrom().item(respond(asked, kept.get()));
        }
        Map<String, String> parameters =
                Parameters.SERIES.read(dataset, asked.http().query());
        Format format = format(parameters, asked.headers());
        Plan plan = engine.plan(
                QueryParser.parse(dataset, parameters, snapshot.codes().get(dataset)));
        EntityTag tag = Conditional.tagOf(WRITERS + format + asked.prefix() + plan.permalink());
        Supplier<Response> compute = () -> respond(asked, plan, format, tag, key, snapshot);
        return plan.inMemory(QUICK_CELLS)
                ? Uni.createFrom().item(compute.get())
                : Uni.createFrom().item(compute).runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    private Response respond(
            Asked asked, Plan plan, Format format, EntityTag tag, String key, Catalog.Snapshot snapshot) {
        Response.ResponseBuilder unchanged = unchanged(asked, tag);
        if (unchanged != null) {
            return finish(asked, unchanged, tag, plan.isPermanent(), List.of());
        }
        SeriesAnswer answer = plan.run();
        SeriesWriter writer = format.writer(answer, asked.prefix());
        List<String> links = links(plan, answer, format);
        if ((long) answer.series().size() * answer.periods().size() > LARGE_POINTS) {
            Response.ResponseBuilder large = Response.ok(new Pieces(writer.pieces()), format.type());
            return finish(asked, large, tag, plan.isPermanent(), links);
        }
        Body body = new Body(writer.finished(), format.type(), tag, links, plan.isPermanent());
        cache.keep(key, snapshot, body);
        return finish(asked, Response.ok(body.bytes(), body.type()), tag, body.permanent(), links);
    }

    private static Response respond(Asked asked, Body body) {
        Response.ResponseBuilder unchanged = unchanged(asked, body.tag());
        Response.ResponseBuilder builder = unchanged == null ? Response.ok(body.bytes(), body.type()) : unchanged;
        return finish(asked, builder, body.tag(), body.permanent(), body.links());
    }

    /** Puts the fields straight into the exchange, without the sorted map of a response: every answer goes by here. */
    private static Response finish(
            Asked asked, Response.ResponseBuilder builder, EntityTag tag, boolean permanent, List<String> links) {
        asked.http()
                .response()
                .headers()
                .set(io.vertx.core.http.HttpHeaders.ETAG, '"' + tag.getValue() + '"')
                .set(io.vertx.core.http.HttpHeaders.CACHE_CONTROL, permanent ? FOREVER : SHORT)
                .set(HttpHeaders.LINK, links);
        return builder.build();
    }

    /** Written once, as it goes out with every answer. */
    private static String text(CacheControl control) {
        return RuntimeDelegate.getInstance()
                .createHeaderDelegate(CacheControl.class)
                .toString(control);
    }

    /** Null where the client holds no copy, or another one. */
    private static Response.ResponseBuilder unchanged(Asked asked, EntityTag tag) {
        return asked.http().headers().contains(HttpHeaders.IF_NONE_MATCH)
                        || asked.http().headers().contains(HttpHeaders.IF_MATCH)
                ? asked.conditions().evaluatePreconditions(tag)
                : null;
    }

    /** Targets are relative to the request, so they hold behind any proxy and prefix. */
    private static List<String> links(Plan plan, SeriesAnswer answer, Format format) {
        String same = format == Format.JSON ? "" : "&format=" + format.code();
        List<String> links = new ArrayList<>();
        links.add("<?" + plan.parameters() + same + ">; rel=\"canonical\"");
        if (format != Format.JSON) {
            links.add("<?" + plan.parameters() + ">; rel=\"describedby\"; type=\"" + MediaType.APPLICATION_JSON + "\"");
        }
        answer.next().ifPresent(next -> links.add("<?" + plan.parameters(next) + same + ">; rel=\"next\""));
        return links;
    }

    private static Format format(Map<String, String> parameters, HttpHeaders headers) {
        String named = parameters.get("format");
        if (named != null) {
            return Format.of(named)
                    .orElseThrow(() -> Refusal.invalid(
                            "format", "'" + named + "' is not known; valid values are " + Format.codes()));
        }
        return Format.accepted(headers.getAcceptableMediaTypes()).orElseThrow(NotAcceptableException::new);
    }
}
