package org.puente.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The gateway while something behind it is down, hangs or comes back: what is still up never fails. */
@ExtendWith(RunningStack.class)
class GatewayFaultIT {

    private static final Duration LONGEST = Duration.ofSeconds(6);

    /** A read of each service, numbered: the gateway keeps an answer for a few seconds. */
    private static final Map<String, String> READS = Map.of(
            "statistics", "/api/v1/encounters/series?region=southwest&from=2022-10&to=2023-%02d&limit=%d",
            "diplomacy", "/api/v1/agreements?on=2023-12-%02d&limit=%d");

    private static final AtomicInteger UNREAD = new AtomicInteger();

    private static String read(String service, int number) {
        return String.format(READS.get(service), 1 + number % 9, 1 + number % 190);
    }

    /** A read that no one has made before, so that the gateway can't have its answer. */
    private static String unread(String service) {
        int number = UNREAD.incrementAndGet();
        return service.equals("statistics")
                ? "/api/v1/encounters/series?region=northern&limit=" + number
                : "/api/v1/agreements?on=" + LocalDate.of(2022, 1, 1).plusDays(number);
    }

    @Test
    void withOneServiceStoppedTheOtherIsReadWithoutAFailure(Stack stack) throws Exception {
        Calls gateway = new Calls(stack.part("gateway"));
        for (String stopped : READS.keySet()) {
            String up = stopped.equals("statistics") ? "diplomacy" : "statistics";
            Part part = stack.part(stopped + "-service");
            part.stop();
            List<Integer> failed = IntStream.range(0, 60)
                    .mapToObj(i -> gateway.status(read(up, i)))
                    .filter(status -> status != 200)
                    .toList();
            assertThat(failed)
                    .as("failed reads of %s while %s is down", up, stopped)
                    .isEmpty();
            HttpResponse<String> refused = gateway.get(unread(stopped));
            assertThat(refused.statusCode()).isIn(502, 503);
            assertThat(Calls.parse(refused).path("upstream").asText()).isEqualTo(stopped);
            JsonNode briefing = briefing(gateway);
            assertThat(briefing.path("missing").findValuesAsText("upstream")).containsOnly(stopped);
            part.start();
            part.awaitReady();
            await().atMost(Duration.ofSeconds(20)).until(() -> gateway.status(read(stopped, 8)) == 200);
        }
    }

    @Test
    void aServiceThatHangsCostsAnAnswerNoMoreThanTheDeadline(Stack stack) throws Exception {
        Calls gateway = new Calls(stack.part("gateway"));
        Part diplomacy = stack.part("diplomacy-service");
        diplomacy.send("STOP");
        long start = System.nanoTime();
        HttpResponse<String> late = gateway.get(unread("diplomacy"));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LONGEST);
        assertThat(late.statusCode()).isIn(503, 504);
        start = System.nanoTime();
        JsonNode briefing = briefing(gateway);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LONGEST);
        assertThat(briefing.path("missing").findValuesAsText("upstream")).containsOnly("diplomacy");
        assertThat(briefing.at("/encounters/value").asInt()).isPositive();
        assertThat(gateway.status(read("statistics", 10))).isEqualTo(200);
        diplomacy.send("CONT");
        await().atMost(Duration.ofSeconds(20)).until(() -> gateway.status(read("diplomacy", 11)) == 200);
    }

    @Test
    void withoutTheDatabaseWhatIsInMemoryIsStillReadAndTheRestComesBack(Stack stack) throws Exception {
        Calls gateway = new Calls(stack.part("gateway"));
        assertThat(gateway.status(read("statistics", 20))).isEqualTo(200);
        Part database = stack.part("database");
        database.stop();
        List<Integer> failed = IntStream.range(21, 41)
                .mapToObj(i -> gateway.status(read("statistics", i)))
                .filter(status -> status != 200)
                .toList();
        assertThat(failed).as("failed reads of series").isEmpty();
        HttpResponse<String> refused = gateway.get(unread("diplomacy"));
        assertThat(refused.statusCode()).isIn(500, 503, 504);
        assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
        database.start();
        database.awaitReady();
        await().atMost(Duration.ofSeconds(30)).until(() -> gateway.status(read("diplomacy", 43)) == 200);
    }

    @Test
    void aRestartUnderLoadFailsNoReadOfTheOtherServiceAndNoneAfterwards(Stack stack) throws Exception {
        Calls gateway = new Calls(stack.part("gateway"));
        AtomicBoolean done = new AtomicBoolean();
        Map<String, List<Integer>> statuses = new ConcurrentHashMap<>();
        List<CompletableFuture<Void>> load = READS.keySet().stream()
                .map(service -> CompletableFuture.runAsync(() -> {
                    List<Integer> seen = new ArrayList<>();
                    for (int i = 100; !done.get(); i++) {
                        seen.add(gateway.status(read(service, i)));
                    }
                    statuses.put(service, seen);
                }))
                .toList();
        Part statistics = stack.part("statistics-service");
        statistics.stop();
        statistics.start();
        statistics.awaitReady();
        await().atMost(Duration.ofSeconds(20)).until(() -> gateway.status(read("statistics", 99)) == 200);
        done.set(true);
        load.forEach(CompletableFuture::join);
        assertThat(statuses.get("diplomacy")).hasSizeGreaterThan(20).containsOnly(200);
        assertThat(statuses.get("statistics")).isSubsetOf(200, 502, 503, 504);
        assertThat(gateway.status(read("statistics", 98))).isEqualTo(200);
    }

    /** On a day that none was asked for before. */
    private static JsonNode briefing(Calls gateway) throws Exception {
        LocalDate day = LocalDate.of(2023, 12, 27).plusDays(UNREAD.incrementAndGet());
        HttpResponse<String> answer = gateway.get("/api/v1/briefing?on=" + day);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        return Calls.parse(answer);
    }
}
