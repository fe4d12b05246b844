package org.puente.deploy.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.puente.deploy.Manifests;
import org.puente.deploy.Rendered;

/** Fifty questions and more, by which two stacks can be told apart. */
final class Queries {

    private Queries() {}

    /** Status and body of every query to a service. */
    static Map<String, String> answers(Pod pod) {
        return queries(pod)
                .collect(Collectors.toMap(
                        query -> query,
                        query -> {
                            HttpResponse<String> answer = pod.get(query);
                            return answer.statusCode() + " " + answer.body();
                        },
                        (one, other) -> one,
                        LinkedHashMap::new));
    }

    private static Stream<String> queries(Pod pod) {
        if (pod.name().equals("statistics-service")) {
            Stream<String> series = Stream.of(
                            "",
                            "&groupBy=component",
                            "&freq=fiscal-year",
                            "&transform=year-on-year",
                            "&transform=per-day")
                    .flatMap(form -> Stream.of("southwest", "northern", "other", "southwest&asOf=2024-10-31")
                            .map(region -> "/v1/encounters/series?from=2022-10&to=2023-12&region=" + region + form));
            return Stream.concat(
                    series,
                    Stream.of(
                            "/v1/releases",
                            "/v1/figures",
                            "/v1/encounters/series?from=2023-10&to=2023-12&groupBy=demographic&component=usbp&region=southwest",
                            "/v1/encounters/change?event=2023-05-11&region=southwest"));
        }
        Stream<String> lists = Stream.of(
                        "agreements",
                        "engagements",
                        "parties",
                        "officials",
                        "sources",
                        "positions",
                        "commitments",
                        "pledges",
                        "pledges/sums",
                        "ports",
                        "events",
                        "timeline",
                        "search?q=merida")
                .map(list -> "/v1/" + list);
        Stream<String> details = Stream.of("agreements", "engagements", "ports", "commitments")
                .flatMap(list -> slugs(pod, list).limit(6).map(slug -> "/v1/" + list + "/" + slug));
        return Stream.concat(lists, details);
    }

    private static Stream<String> slugs(Pod pod, String list) {
        try {
            JsonNode items =
                    Manifests.JSON.readTree(pod.get("/v1/" + list).body()).path("items");
            return Rendered.each(items).map(item -> item.path("slug").asText());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
