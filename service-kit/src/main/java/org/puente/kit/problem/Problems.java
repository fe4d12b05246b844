package org.puente.kit.problem;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The one table from exception to status and problem object. */
class Problems {

    @ServerExceptionMapper
    Response refused(Refusal refusal, UriInfo uri) {
        return response(
                statusOf(refusal.kind()), refusal.getMessage(), uri, refusal.violations(), refusal.extensions());
    }

    private static int statusOf(Refusal.Kind kind) {
        return switch (kind) {
            case INVALID -> 400;
            case UNKNOWN -> 404;
            case CONFLICT -> 409;
            case STALE -> 412;
            case TOO_LARGE -> 413;
            case UNPROCESSABLE -> 422;
            case PRECONDITION_MISSING -> 428;
            case UNAVAILABLE -> 503;
        };
    }

    private static Response response(
            int status, String detail, UriInfo uri, List<Violation> violations, Map<String, Object> extensions) {
        String title = Response.Status.fromStatusCode(status) == null
                ? "Unprocessable Content"
                : Response.Status.fromStatusCode(status).getReasonPhrase();
        return Response.status(status)
                .type(Problem.MEDIA_TYPE)
                .entity(new Problem(
                        "about:blank",
                        title,
                        status,
                        detail,
                        uri.getRequestUri().getRawPath(),
                        violations,
                        extensions))
                .build();
    }
}
