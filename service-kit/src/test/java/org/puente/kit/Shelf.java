package org.puente.kit;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.OptimisticLockException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;
import org.jboss.resteasy.reactive.RestQuery;
import org.puente.kit.conditional.Conditional;
import org.puente.kit.page.Cursor;
import org.puente.kit.page.Page;
import org.puente.kit.page.PageLink;
import org.puente.kit.problem.Refusal;

/** A small API that meets every kind of failure. */
@Path("/books")
@Produces(MediaType.APPLICATION_JSON)
class Shelf {

    private static final int BOOKS = 5;

    enum Binding {
        PAPER,
        CLOTH
    }

    record Author(@NotBlank String name) {}

    record Book(
            @NotBlank String title,
            @Positive int pages,
            Binding binding,
            LocalDate printed,
            List<@Valid Author> authors) {}

    static class Filter {
        @RestQuery
        String title;

        @RestQuery("printed-by")
        String printer;
    }

    @GET
    public Response list(
            Filter filter, @RestQuery String cursor, @RestQuery @Max(10) @DefaultValue("2") int limit, UriInfo uri) {
        int from = cursor == null ? 0 : Integer.parseInt(Cursor.keys(cursor, 2).get(1));
        int to = Math.min(BOOKS, from + limit);
        List<Integer> items = java.util.stream.IntStream.range(from, to).boxed().toList();
        Page<Integer> page = new Page<>(items, BOOKS, to == BOOKS ? null : Cursor.of("täglich", to));
        return Response.ok(page)
                .header(HttpHeaders.LINK, PageLink.next(uri, page))
                .build();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @PermitAll
    public Book add(@Valid @NotNull Book book) {
        return book;
    }

    @POST
    @Path("scan")
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    @PermitAll
    public long scan(InputStream body) throws IOException {
        return body.transferTo(java.io.OutputStream.nullOutputStream());
    }

    @POST
    @Path("{id}/lend")
    @RolesAllowed({"librarian", "admin"})
    public String lend(String id, @Context SecurityContext caller) {
        return "\"" + caller.getUserPrincipal().getName() + "\"";
    }

    @POST
    @Path("{id}/undeclared")
    public String undeclared(String id) {
        return id;
    }

    @GET
    @Path("text")
    public Response text(@Context Request request) {
        String text = "{\"text\":\"" + "fine print ".repeat(200) + "\"}";
        return Conditional.answer(
                request,
                Conditional.tagOf(text),
                Conditional.fresh(Duration.ofSeconds(30)),
                () -> Response.ok(text, MediaType.APPLICATION_JSON));
    }

    /** More than the buffers of a connection hold. */
    @GET
    @Path("ream")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    public byte[] ream() {
        return new byte[16_000_000];
    }

    @GET
    @Path("fail/{how}")
    public String fail(String how) throws Exception {
        throw switch (how) {
            case "refused" ->
                Refusal.invalid("region", "must be southwest").with("valid", List.of("southwest", "northern"));
            case "unknown" -> Refusal.unknown("book", "x");
            case "wrapped" -> new IllegalStateException("outer", new Refusal(Refusal.Kind.CONFLICT, "taken"));
            case "lock" -> new OptimisticLockException("row was updated: org.puente.Secret");
            case "timeout" -> new TimeoutException("org.puente.Secret#method timed out");
            case "open" -> new CircuitBreakerOpenException("org.puente.Secret#method");
            case "database" -> new IllegalStateException(new SQLException("refused", "08001"));
            case "unauthorized" -> new io.quarkus.security.UnauthorizedException("no");
            case "forbidden" -> new io.quarkus.security.ForbiddenException("no");
            default -> new IllegalStateException("password=hunter2");
        };
    }
}
