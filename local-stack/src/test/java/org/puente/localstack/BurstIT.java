package org.puente.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What others notice of a burst. It measures time, so it runs on demand, on a machine with nothing else to do, and with the
 * limit of production, which one machine doesn't have by itself:
 * {@code PUENTE_RATE_ADDRESS=300 PUENTE_RATE_PER=6s mvn verify -pl local-stack -am -Dit.test=BurstIT -Dsurefire.skip=true
 * -Dfailsafe.failIfNoSpecifiedTests=false}.
 */
@ExtendWith(RunningStack.class)
@EnabledIfEnvironmentVariable(named = "PUENTE_RATE_ADDRESS", matches = "[0-9]+")
class BurstIT {

    private static final String CALL = "/api/v1/agreements?limit=5";
    private static final int BURST = 10_000;
    private static final int CONNECTIONS = 8;
    private static final int QUIET = 150;
    private static final int WINDOW = 10;

    /** The other is a reader, not a second burst: it must stay below its own limit. */
    private static final long PAUSE_NANOS = 25_000_000;

    @Test
    void tenThousandRequestsOfOneAddressDoNotDoubleTheMedianOfAnother(Stack stack) throws Exception {
        URI gateway = URI.create(stack.part("gateway").address());
        try (Caller other = new Caller("127.0.0.2", gateway)) {
            measure(other, QUIET);
            double quiet = median(measure(other, QUIET));
            ExecutorService burst = Executors.newFixedThreadPool(CONNECTIONS);
            List<Future<Integer>> refused = new ArrayList<>();
            for (int i = 0; i < CONNECTIONS; i++) {
                refused.add(burst.submit(() -> burst(gateway)));
            }
            List<Double> during = new ArrayList<>();
            while (refused.stream().anyMatch(one -> !one.isDone())) {
                during.addAll(measure(other, WINDOW));
            }
            burst.shutdown();
            int refusals = 0;
            for (Future<Integer> one : refused) {
                refusals += one.get();
            }
            System.out.printf(
                    "burst: %d of %d refused; the other: median %.2f ms quiet, %.2f ms during (%d calls), "
                            + "%.2f ms in the worst ten calls in a row%n",
                    refusals, BURST, quiet, median(during), during.size(), worst(during));
            assertThat(refusals).isPositive();
            assertThat(median(during)).isLessThan(2 * quiet);
        }
    }

    private static int burst(URI gateway) throws IOException {
        int refused = 0;
        try (Caller caller = new Caller("127.0.0.3", gateway)) {
            for (int i = 0; i < BURST / CONNECTIONS; i++) {
                refused += caller.status(CALL) == 429 ? 1 : 0;
            }
        }
        return refused;
    }

    /** Milliseconds of each call. */
    private static List<Double> measure(Caller caller, int calls) throws IOException {
        List<Double> times = new ArrayList<>();
        for (int i = 0; i < calls; i++) {
            long start = System.nanoTime();
            assertThat(caller.status(CALL)).isEqualTo(200);
            times.add((System.nanoTime() - start) / 1e6);
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        return times;
    }

    private static double worst(List<Double> times) {
        double worst = 0;
        for (int i = 0; i + WINDOW <= times.size(); i += WINDOW) {
            worst = Math.max(worst, median(times.subList(i, i + WINDOW)));
        }
        return worst;
    }

    private static double median(List<Double> times) {
        double[] sorted =
                times.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    /** One connection that is kept, from an address of its own on this machine. */
    private static final class Caller implements AutoCloseable {

        private final Socket socket = new Socket();
        private final InputStream in;

        Caller(String from, URI gateway) throws IOException {
            socket.bind(new InetSocketAddress(InetAddress.getByName(from), 0));
            socket.connect(new InetSocketAddress(gateway.getHost(), gateway.getPort()));
            socket.setTcpNoDelay(true);
            in = new BufferedInputStream(socket.getInputStream());
        }

        int status(String target) throws IOException {
            socket.getOutputStream()
                    .write(("GET " + target + " HTTP/1.1\r\nHost: localhost\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            int status = Integer.parseInt(line().substring(9, 12));
            int length = -1;
            boolean chunked = false;
            for (String field = line(); !field.isEmpty(); field = line()) {
                String[] pair = field.toLowerCase(Locale.ROOT).split(": ", 2);
                length = pair[0].equals("content-length") ? Integer.parseInt(pair[1]) : length;
                chunked |= pair[0].equals("transfer-encoding");
            }
            if (chunked) {
                for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
                    in.readNBytes(size);
                    line();
                }
                line();
            } else {
                in.readNBytes(Math.max(0, length));
            }
            return status;
        }

        private String line() throws IOException {
            byte[] line = new byte[8192];
            int length = 0;
            for (int next = in.read(); next != '\n'; next = in.read()) {
                if (next < 0) {
                    throw new IOException("closed after " + Arrays.toString(Arrays.copyOf(line, length)));
                }
                line[length++] = (byte) next;
            }
            return new String(line, 0, Math.max(0, length - 1), StandardCharsets.US_ASCII);
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
