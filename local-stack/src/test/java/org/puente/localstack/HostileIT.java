package org.puente.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
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
    private static final Duration LONGEST = Duration.ofSeconds(1);

    /** Of HTTP itself: the request can't be parsed so far that an operation would be known. */
    private static final Set<Integer> BEFORE_ANY_OPERATION = Set.of(400, 404, 405, 414, 431);

    private static final Pattern INSIDE = Pattern.compile(
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
