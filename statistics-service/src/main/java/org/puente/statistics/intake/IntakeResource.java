package org.puente.statistics.intake;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.DateTimeException;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.puente.kit.problem.Problem;
import org.puente.kit.problem.Refusal;
import org.puente.statistics.cbp.BadLine;
import org.puente.statistics.release.PublicationDate;
import org.puente.statistics.release.ReleaseAnswer;
import org.puente.statistics.release.Releases;

/** Takes official files. */
@Path("/v1/releases")
@Tag(name = "releases")
@Produces(MediaType.APPLICATION_JSON)
class IntakeResource {

    private static final Pattern FILE_NAME = Pattern.compile("filename=\"?([^\";]+)\"?", Pattern.CASE_INSENSITIVE);
    private static final Pattern RESPOND_ASYNC = Pattern.compile("(^|,)\\s*respond-async\\s*(,|;|$)");
    private static final int LONGEST_NAME = 200;

    private final Intake intake;
    private final ImportJobs jobs;
    private final Releases releases;

    IntakeResource(Intake intake, ImportJobs jobs, Releases releases) {
        this.intake = intake;
        this.jobs = jobs;
        this.releases = releases;
    }

    @POST
    @RolesAllowed({"statistics-publisher", "admin"})
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "importRelease",
            summary = "Import an official file, all of it or nothing",
            description = "The body is the file itself as CBP publishes it: encounters by area of responsibility,"
                    + " encounters by state, or drug seizures; plain CSV or gzip. Its kind is told by its header. The same"
                    + " content sent again is answered by the release that it already is.")
    @RequestBody(
            required = true,
            content = {
                @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = "application/gzip", schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(
                        mediaType = "application/octet-stream",
                        schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @APIResponse(
            responseCode = "201",
            description = "The release that was made",
            headers = @Header(name = "Location", schema = @Schema(type = SchemaType.STRING, format = "uri")),
            content = @Content(schema = @Schema(implementation = ReleaseAnswer.class)))
    @APIResponse(
            responseCode = "200",
            description = "The release that has this content already",
            content = @Content(schema = @Schema(implementation = ReleaseAnswer.class)))
    @APIResponse(
            responseCode = "202",
            description = "The file is received and its import runs; only with Prefer: respond-async",
            headers = @Header(name = "Location", schema = @Schema(type = SchemaType.STRING, format = "uri")),
            content = @Content(schema = @Schema(implementation = ImportJobAnswer.class)))
    @APIResponse(
            responseCode = "400",
            description = "A parameter is wrong",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "413",
            description = "The file is too large, packed or unpacked",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "422",
            description = "The file is not an official one, or lines of it are wrong: the first 20 are named",
            content =
                    @Content(
                            mediaType = Problem.MEDIA_TYPE,
                            schema =
                                    @Schema(
                                            allOf = Problem.class,
                                            properties =
                                                    @SchemaProperty(
                                                            name = "lines",
                                                            description = "The first of them, where lines are wrong",
                                                            type = SchemaType.ARRAY,
                                                            implementation = BadLine.class))))
    @APIResponse(
            responseCode = "503",
            description = "The database can't be reached; nothing was imported",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "507",
            description = "There is no space left, for the file or in the database; nothing was imported",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Response importFile(
            @Parameter(
                            description =
                                    "Day or month on which the file was published; where it is left out, the month"
                                            + " after the last one that the file covers, marked as estimated",
                            examples =
                                    @org.eclipse.microprofile.openapi.annotations.media.ExampleObject(
                                            name = "month",
                                            value = "2024-10"))
                    @QueryParam("publishedOn")
                    String publishedOn,
            @Parameter(description = "Name of the file; the header Content-Disposition may give it as well")
                    @QueryParam("fileName")
                    String fileName,
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.CONTENT_DISPOSITION) String disposition,
            @Parameter(
                            description = "`respond-async` to be answered 202 as soon as the file is received, with the"
                                    + " address at which the import can be followed")
                    @HeaderParam("Prefer")
                    String prefer,
            InputStream body)
            throws IOException {
        Intake.Submission submission = new Intake.Submission(published(publishedOn), nameOf(fileName, disposition));
        if (prefer != null && RESPOND_ASYNC.matcher(prefer).find()) {
            UUID job = jobs.start(intake.receive(body), submission);
            return Response.accepted(jobs.answer(job))
                    .location(URI.create("/v1/imports/" + job))
                    .header("Preference-Applied", "respond-async")
                    .build();
        }
        try (SpooledFile file = intake.receive(body)) {
            Intake.Outcome outcome = intake.take(file, submission, new Progress());
            return Response.status(outcome.created() ? Response.Status.CREATED : Response.Status.OK)
                    .location(URI.create("/v1/releases/" + outcome.releaseId()))
                    .entity(releases.answer(outcome.releaseId()))
                    .build();
        }
    }

    private static PublicationDate published(String text) {
        if (text == null) {
            return null;
        }
        try {
            return PublicationDate.parse(text);
        } catch (DateTimeException e) {
            throw Refusal.invalid(
                    "publishedOn", "'" + text + "' is neither a day such as 2023-12-22 nor a month such as 2024-10");
        }
    }

    private static String nameOf(String fileName, String disposition) {
        String name = fileName;
        if (name == null && disposition != null) {
            Matcher matcher = FILE_NAME.matcher(disposition);
            name = matcher.find() ? matcher.group(1) : null;
        }
        if (name == null || name.isBlank()) {
            return null;
        }
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .strip();
        if (last.length() > LONGEST_NAME || last.chars().anyMatch(Character::isISOControl)) {
            throw Refusal.invalid("fileName", "may have " + LONGEST_NAME + " characters, none of them invisible");
        }
        return last.isEmpty() ? null : last;
    }
}
