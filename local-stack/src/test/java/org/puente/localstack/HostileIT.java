package org.puente.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.puente.identity.Tokens;
import org.puente.localstack.Documented.Operation;

/**
 * Thousands of requests that mean harm, at the gateway. {@code -Dpuente.hostile.seed=…} makes others than the usual ones,
 * {@code -Dpuente.hostile.requests=…} more.
 */
@ExtendWith(RunningStack.class)
class HostileIT {

    private static final long SEED = Long.getLong("puente.hostile.seed", 1L);
    private static final int REQUESTS = Integer.getInteger("puente.hostile.requests", 2500);
    private static final int UNPACKED = 512 << 20;
    private static final Duration LONGEST = Duration.ofSeconds(1);

    /** Of HTTP itself: the request can't be parsed so far that an operation would be known. */
    private static final Set<Integer> BEFORE_ANY_OPERATION = Set.of(400, 404, 405, 414, 431);

    static final Pattern INSIDE = Pattern.compile(
            "org\\.puente|java\\.(lang|util|io|net|sql|time)\\.|jakarta\\.|io\\.(quarkus|vertx|netty|smallrye)|com\\.fasterxml"
                    + "|hibernate|jose4j|postgres|PSQL|\\tat [a-z]+\\.|[A-Z][a-z]+(Exception|Error)\\b");

    @Test
    void noHostileRequestIsAnsweredByAFaultATraceASlowOrAnUndocumentedAnswer(Stack stack) throws Exception {
        Part gateway = stack.part("gateway");
        List<Operation> operations = new ArrayList<>(Documented.by(gateway));
        Hostile hostile = new Hostile(SEED, operations, Tokens.of("admin"));
        List<String> faults = new ArrayList<>();
        for (int i = 0; i < REQUESTS; i++) {
            Hostile.Request request = hostile.next();
            RawHttp.Answer answer = RawHttp.send("127.0.0.1", gateway.address(), request.bytes());
            String fault = fault(request, answer, gateway);
            if (fault != null) {
                faults.add(request.line() + " -> " + answer.status() + ": " + fault);
            }
        }
        assertThat(faults).as("seed %d", SEED).isEmpty();
    }

    /** What unpacks to a thousand times its size costs no more than what an unpacked file may have. */
    @Test
    void aGzipBombIsRefusedAndLeavesNothing(Stack stack) throws Exception {
        Part gateway = stack.part("gateway");
        Calls calls = new Calls(gateway);
        int releases = calls.json("/api/v1/releases").path("total").intValue();
        long before = memory(gateway);
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(gateway.address() + "/api/v1/releases?publishedOn=2024-10"))
                .header("Authorization", "Bearer " + Tokens.of("statistics-publisher"))
                .header("Content-Type", "text/csv")
                .POST(BodyPublishers.ofByteArray(bomb()))
                .build();
        HttpResponse<String> answer = Documented.HTTP.send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(413);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body()).contains("The file may have 268435456 bytes once unpacked; it has more");
        assertThat(calls.json("/api/v1/releases").path("total").intValue()).isEqualTo(releases);
        assertThat(memory(gateway) - before)
                .as("bytes that the gateway grew by")
                .isLessThan(UNPACKED / 8);
    }

    private static byte[] bomb() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            byte[] zeros = new byte[1 << 20];
            for (int written = 0; written < UNPACKED; written += zeros.length) {
                out.write(zeros);
            }
        }
        return packed.toByteArray();
    }

    /** Bytes that a part has in memory, by the system's account. */
    private static long memory(Part part) throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(part.pid()), "status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow();
    }

    private static String fault(Hostile.Request request, RawHttp.Answer answer, Part gateway) throws IOException {
        if (answer.status() == 0) {
            return "no answer";
        }
        if (answer.status() >= 500) {
            return "a fault of ours: " + answer.text();
        }
        if (INSIDE.matcher(answer.text()).find()) {
            return "shows the inside: " + answer.text();
        }
        boolean documented = request.operation().statuses().contains(Integer.toString(answer.status()));
        if (!documented && !BEFORE_ANY_OPERATION.contains(answer.status())) {
            return "isn't documented: " + answer.text();
        }
        return isSlow(answer) && isSlow(RawHttp.send("127.0.0.1", gateway.address(), request.bytes()))
                ? "takes longer than " + LONGEST
                : null;
    }

    /** A busy machine may be late once; a request that is expensive is late again. */
    private static boolean isSlow(RawHttp.Answer answer) {
        return answer.took().compareTo(LONGEST) > 0;
    }
}
