package org.puente.localstack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;

/** Hands official files to the statistics service. */
final class Import {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LIMIT = Duration.ofMinutes(30);

    private final URI releases;
    private final String token;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /**
     * @param statistics address of the statistics service
     * @param token      of someone who may publish there
     */
    Import(String statistics, String token) {
        this.token = token;
        this.releases = URI.create(statistics + "/v1/releases");
    }

    /** What became of a file, in one line. */
    record Outcome(boolean accepted, String line) {}

    Outcome send(OfficialFile file) throws InterruptedException {
        String name = file.path().getFileName().toString();
        String month = file.publishedOn().map(on -> "&publishedOn=" + on).orElse("");
        URI target = URI.create(releases + "?fileName=" + URLEncoder.encode(name, StandardCharsets.UTF_8) + month);
        Instant begin = Instant.now();
        try {
            HttpRequest request = HttpRequest.newBuilder(target)
                    .timeout(LIMIT)
                    .header("Authorization", "Bearer " + token)
                    .header("Content-Type", name.endsWith("gz") ? "application/gzip" : "text/csv")
                    .POST(BodyPublishers.ofFile(file.path()))
                    .build();
            return outcome(name, http.send(request, BodyHandlers.ofString()), Duration.between(begin, Instant.now()));
        } catch (FileNotFoundException e) {
            return new Outcome(false, name + ": the file can't be read");
        } catch (IOException e) {
            return new Outcome(false, name + ": the statistics service broke off (" + e.getMessage() + ")");
        }
    }

    private static Outcome outcome(String name, HttpResponse<String> answer, Duration took) {
        JsonNode body = parse(answer.body());
        if (answer.statusCode() >= 300) {
            return new Outcome(false, name + ": refused with " + answer.statusCode() + ", " + reason(body));
        }
        int newCodes = 0;
        for (JsonNode codes : body.path("newCodes")) {
            newCodes += codes.size();
        }
        String line = "%s: %s %s, %,d rows, %s to %s, %d new codes, published %s%s, in %.1f s"
                .formatted(
                        name,
                        answer.statusCode() == 201 ? "imported as" : "was already there as",
                        body.path("id").asText(),
                        body.path("rows").asLong(),
                        body.path("months").path("first").asText(),
                        body.path("months").path("last").asText(),
                        newCodes,
                        body.path("publishedOn").asText(),
                        body.path("estimated").asBoolean() ? " (estimated)" : "",
                        took.toMillis() / 1e3);
        return new Outcome(true, line);
    }

    /** A file is often wrong in many lines, of which the first says enough. */
    private static String reason(JsonNode problem) {
        String detail = problem.path("detail").asText(problem.path("title").asText("without a reason"));
        JsonNode first = problem.path("violations").path(0);
        return first.isMissingNode() || detail.contains(first.path("reason").asText())
                ? detail
                : detail + " (first: " + first.path("field").asText() + ": "
                        + first.path("reason").asText() + ")";
    }

    private static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            return JSON.createObjectNode();
        }
    }
}
