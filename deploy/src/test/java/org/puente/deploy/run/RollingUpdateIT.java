package org.puente.deploy.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.puente.deploy.Manifests;

/** What Kubernetes does to a pod that an update takes away, done to a process: readers must not notice. */
class RollingUpdateIT {

    private static final int READERS = 8;
    private static final byte[] REQUEST =
            "GET /openapi HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicBoolean reading = new AtomicBoolean(true);
    private final CountDownLatch ended = new CountDownLatch(READERS);

    @Test
    void noRequestIsLostWhenAPodIsReplacedUnderLoad() throws Exception {
        Manifests.assumeRendering();
        try (Pod old = gateway();
                Pod successor = gateway();
                Balancer balancer = new Balancer(old.awaitReady().port())) {
            successor.awaitReady();
            for (int reader = 0; reader < READERS; reader++) {
                new Thread(() -> read(balancer.port()), "reader").start();
            }
            awaitConnections(READERS);
            // New connections go to the successor alone; those that are open stay with the old pod until it closes
            // them.
            balancer.sendTo(successor.port());
            old.terminate();
            assertThat(old.awaitEnd()).isIn(0, 143);
            awaitConnections(2 * READERS);
            reading.set(false);
            assertThat(ended.await(10, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(failures).isEmpty();
    }

    private static Pod gateway() {
        return Pod.start(
                "gateway",
                "service",
                Map.of(),
                Map.of(
                        "QUARKUS_SHUTDOWN_DELAY",
                        "3s",
                        "QUARKUS_OIDC_AUTH_SERVER_URL",
                        "http://127.0.0.1:1/nobody",
                        // All readers have one address here, and the load of many.
                        "PUENTE_RATE_ADDRESS",
                        "6000000"));
    }

    private void awaitConnections(int number) throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (connections.get() < number && System.nanoTime() < until) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        assertThat(connections.get()).isGreaterThanOrEqualTo(number);
    }

    /** Asks over one connection after the other, each kept alive until the server says that it closes it. */
    private void read(int port) {
        while (reading.get()) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                connections.incrementAndGet();
                boolean open = true;
                while (open && reading.get()) {
                    socket.getOutputStream().write(REQUEST);
                    open = answered(socket);
                }
            } catch (IOException e) {
                failures.add(e.toString());
            }
        }
        ended.countDown();
    }

    /** Reads one whole answer. */
    private boolean answered(Socket socket) throws IOException {
        InputStream in = socket.getInputStream();
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("closed without an answer");
            }
            head.append((char) next);
        }
        String fields = head.toString().toLowerCase(Locale.ROOT);
        if (!fields.startsWith("http/1.1 200")) {
            failures.add(fields);
        }
        in.readNBytes(Integer.parseInt(fields.replaceAll("(?s).*content-length: (\\d+).*", "$1")));
        return !fields.contains("connection: close");
    }
}
