package org.puente.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.puente.localstack.FaultyRoad.State;

/** A gateway of its own before the real services, whose answers come late, spoilt or in part: nothing else suffers. */
@ExtendWith(RunningStack.class)
class FaultyRoadIT {

    /** The deadline of a join is 2 s, and a read is given up after as much. */
    private static final Duration LONGEST = Duration.ofSeconds(4);

    private static final int READERS = 4;
    private static final int READS = 25;
    private static final AtomicInteger UNREAD = new AtomicInteger();

    private static Map<String, FaultyRoad> roads;
    private static Service gateway;

    @BeforeAll
    static void aGatewayBehindFaultyRoads(Stack stack) throws Exception {
        roads = Map.of(
                "statistics", new FaultyRoad(stack.part("statistics-service").port()),
                "diplomacy", new FaultyRoad(stack.part("diplomacy-service").port()));
        Workspace of = stack.part("gateway").workspace();
        Workspace own = new Workspace(of.project(), Path.of("target", "faulty-road"));
        own.prepare();
        Path applications = own.application("gateway").getParent();
        if (!Files.exists(applications)) {
            Files.createSymbolicLink(applications, of.application("gateway").getParent());
        }
        gateway = new Service(
                "gateway",
                RunningStack.freePorts().gateway(),
                own,
                () -> Map.of(
                        "PUENTE_UPSTREAM_STATISTICS_URL",
                        roads.get("statistics").address(),
                        "PUENTE_UPSTREAM_DIPLOMACY_URL",
                        roads.get("diplomacy").address()));
        gateway.start();
        gateway.awaitReady();
    }

    @AfterAll
    static void nothingStays() throws IOException {
        gateway.stop();
        for (FaultyRoad road : roads.values()) {
            road.close();
        }
    }

    @AfterEach
    void theRoadsAreClearAgain() {
        Calls calls = new Calls(gateway);
        roads.forEach((service, road) -> {
            road.become(State.CLEAR);
            await().atMost(Duration.ofSeconds(20)).until(() -> calls.status(unread(service)) == 200);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"statistics", "diplomacy"})
    void whatComesFiveSecondsLateIsA504OrNamedAndTheOtherServiceIsReadWithoutAFailure(String slow) throws Exception {
        Calls calls = new Calls(gateway);
        roads.get(slow).become(State.SLOW);
        CompletableFuture<List<Integer>> others = readsOfTheOther(slow);
        long start = System.nanoTime();
        HttpResponse<String> late = calls.get(unread(slow));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LONGEST);
        assertThat(late.statusCode()).as(late.body()).isEqualTo(504);
        assertThat(Calls.parse(late).path("detail").asText()).isEqualTo(slow + " did not answer in time");
        start = System.nanoTime();
        assertThat(missing(calls, slow)).contains("did not answer in time");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LONGEST);
        assertThat(others.join()).hasSize(READERS * READS).containsOnly(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"statistics", "diplomacy"})
    void whatIsNoHttpIsA502AndTheOtherServiceIsReadWithoutAFailure(String broken) throws Exception {
        Calls calls = new Calls(gateway);
        roads.get(broken).become(State.NOISE);
        CompletableFuture<List<Integer>> others = readsOfTheOther(broken);
        HttpResponse<String> refused = calls.get(unread(broken));
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(502);
        assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(Calls.parse(refused).path("upstream").asText()).isEqualTo(broken);
        assertThat(missing(calls, broken)).isNotEmpty();
        assertThat(others.join()).hasSize(READERS * READS).containsOnly(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"statistics", "diplomacy"})
    void aBodyThatIsNoJsonIsNamedInAJoinAndNeverMadeUp(String broken) throws Exception {
        Calls calls = new Calls(gateway);
        roads.get(broken).become(State.SPOILT);
        CompletableFuture<List<Integer>> others = readsOfTheOther(broken);
        assertThat(missing(calls, broken)).contains("answered with something that can't be read");
        assertThat(others.join()).hasSize(READERS * READS).containsOnly(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"statistics", "diplomacy"})
    void anAnswerThatBreaksOffIsNeverTakenForAWholeOne(String broken) throws Exception {
        Calls calls = new Calls(gateway);
        roads.get(broken).become(State.BROKEN_OFF);
        CompletableFuture<List<Integer>> others = readsOfTheOther(broken);
        String large = broken.equals("statistics")
                ? "/api/v1/encounters/series?region=southwest&groupBy=component,region&limit="
                        + UNREAD.incrementAndGet()
                : "/api/v1/agreements?limit=100&on=" + LocalDate.of(2021, 1, 1).plusDays(UNREAD.incrementAndGet());
        assertThatThrownBy(() -> calls.get(large)).hasCauseInstanceOf(IOException.class);
        assertThat(missing(calls, broken)).isNotEmpty();
        assertThat(others.join()).hasSize(READERS * READS).containsOnly(200);
    }

    /** What some readers at once are answered by the service whose road is clear. */
    private static CompletableFuture<List<Integer>> readsOfTheOther(String broken) {
        String clear = broken.equals("statistics") ? "diplomacy" : "statistics";
        Calls calls = new Calls(gateway);
        List<CompletableFuture<List<Integer>>> readers = Stream.generate(
                        () -> CompletableFuture.supplyAsync(() -> IntStream.range(0, READS)
                                .mapToObj(i -> calls.status(unread(clear)))
                                .toList()))
                .limit(READERS)
                .toList();
        return CompletableFuture.allOf(readers.toArray(CompletableFuture<?>[]::new))
                .thenApply(done -> readers.stream()
                        .flatMap(reader -> reader.join().stream())
                        .toList());
    }

    /** Why a briefing on a day that none was asked for before lacks this service; everything else is there. */
    private static List<String> missing(Calls calls, String service) throws Exception {
        LocalDate day = LocalDate.of(2023, 12, 27).plusDays(UNREAD.incrementAndGet() % 600);
        HttpResponse<String> answer = calls.get("/api/v1/briefing?on=" + day);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        JsonNode briefing = Calls.parse(answer);
        assertThat(briefing.path("missing").findValuesAsText("upstream")).containsOnly(service);
        assertThat(briefing.path("encounters").isNull()).isEqualTo(service.equals("statistics"));
        assertThat(briefing.path("agreements").isNull()).isEqualTo(service.equals("diplomacy"));
        return briefing.path("missing").findValuesAsText("reason");
    }

    /** A read that no one has made before, so that the gateway can't have its answer. */
    private static String unread(String service) {
        int number = UNREAD.incrementAndGet();
        return service.equals("statistics")
                ? "/api/v1/encounters/series?region=northern&from=2023-%02d&limit=%d"
                        .formatted(1 + number % 12, 1 + number / 12 % 190)
                : "/api/v1/agreements?on=" + LocalDate.of(2000, 1, 1).plusDays(number);
    }
}
