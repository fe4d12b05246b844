package org.puente.kit.problem;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.validation.ValidationException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.puente.kit.forwarded.PublicPath;

/**
 * Answers every failure inside of REST by {@link Outcome}. The classes that Quarkus has mappers of its own for are named
 * one by one, as the most specific mapper wins.
 */
class Problems {

    private static final Map<Integer, String> TITLES = Map.of(
            413,
            "Content Too Large",
            414,
            "URI Too Long",
            422,
            "Unprocessable Content",
            428,
            "Precondition Required",
            507,
            "Insufficient Storage");

    private final AllowedMethods allowed;

    Problems(AllowedMethods allowed) {
        this.allowed = allowed;
    }

    @ServerExceptionMapper({
        Throwable.class,
        WebApplicationException.class,
        ValidationException.class,
        com.fasterxml.jackson.databind.exc.MismatchedInputException.class,
        ForbiddenException.class
    })
    Response failed(Throwable failure, RoutingContext context) {
        boolean hungUp = failure instanceof IOException && context.response().closed();
        return response(hungUp ? Outcome.of(400, "The client hung up") : outcome(failure, context), context);
    }

    @ServerExceptionMapper
    Response notAllowed(NotAllowedException failure, RoutingContext context) {
        Response plain = failed(failure, context);
        return Response.fromResponse(plain)
                .header(HttpHeaders.ALLOW, allowed.at(context.request().path()))
                .build();
    }

    /** Quarkus knows which challenges the configured ways to authenticate pose. */
    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    Uni<Response> unauthorized(Throwable failure, RoutingContext context) {
        Response plain = failed(failure, context);
        HttpAuthenticator authenticator = context.get(HttpAuthenticator.class.getName());
        if (authenticator == null) {
            return Uni.createFrom().item(plain);
        }
        return authenticator
                .getChallenge(context)
                .map(challenge -> {
                    if (challenge == null) {
                        return plain;
                    }
                    Response.ResponseBuilder builder = Response.fromResponse(plain);
                    challenge.getHeaders().forEach((name, value) -> builder.header(name.toString(), null)
                            .header(name.toString(), value));
                    return builder.build();
                })
                .onFailure()
                .recoverWithItem(plain);
    }

    /** A parameter that doesn't parse is "not found" by the REST specification, but to its sender it is a wrong value. */
    @ServerExceptionMapper
    Response notFound(NotFoundException failure, RoutingContext context) {
        List<Violation> unreadable = failure.getCause() == null
                ? List.of()
                : context.queryParams().entries().stream()
                        .filter(parameter -> mentions(failure.getCause(), parameter.getValue()))
                        .map(parameter -> new Violation(
                                parameter.getKey(),
                                "'" + parameter.getValue() + "' can't be read" + Statuses.howDaysAreWritten(failure)))
                        .toList();
        Outcome outcome = outcome(failure, context);
        if (unreadable.isEmpty() || outcome.status() != 404 && outcome.status() != 500) {
            return response(outcome, context);
        }
        Violation first = unreadable.get(0);
        return response(
                new Outcome(400, first.field() + ": " + first.reason(), unreadable, Map.of(), Map.of()), context);
    }

    private static boolean mentions(Throwable cause, String value) {
        return cause.getMessage() != null && cause.getMessage().contains(value);
    }

    private static Outcome outcome(Throwable failure, RoutingContext context) {
        return Outcome.of(
                failure, context.request().path(), context.request().headers().contains(HttpHeaders.IF_MATCH));
    }

    private static Response response(Outcome outcome, RoutingContext context) {
        Response.ResponseBuilder builder = Response.status(outcome.status())
                .type(Problem.MEDIA_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(problem(outcome, PublicPath.of(context)));
        outcome.headers().forEach(builder::header);
        return builder.build();
    }

    static Problem problem(Outcome outcome, String path) {
        int status = outcome.status();
        Response.Status known = Response.Status.fromStatusCode(status);
        String title = TITLES.getOrDefault(status, known == null ? "Error" : known.getReasonPhrase());
        return new Problem(
                "about:blank", title, status, outcome.detail(), path, outcome.violations(), outcome.extensions());
    }
}
