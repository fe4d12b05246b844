package org.puente.kit.limit;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import redis.embedded.RedisServer;

/** Two replicas and the store that they share; hours as the period, so that nothing comes back while a test runs. */
class SharedStoreTest {

    private static final long LIMIT = 100;

    private final int port = freePort();
    private RedisServer server;
    private Replica first;
    private Replica second;

    private record Replica(SharedStore store, Counter alone, TokenBuckets buckets) {

        static Replica of(int port, String service) {
            SharedStore store = new SharedStore("redis://127.0.0.1:" + port, "puente:rate:" + service + ":");
            Counter alone = Counter.builder("puente.rate.alone").register(new SimpleMeterRegistry());
            return new Replica(
                    store, alone, new TokenBuckets("address", LIMIT, Duration.ofHours(1), 1000, store, alone));
        }

        /** How many of so many requests of this caller are granted. */
        long granted(String caller, int requests) {
            return IntStream.range(0, requests)
                    .filter(i -> buckets.take(caller).join().granted())
                    .count();
        }

        double decidedAlone() {
            return alone.count();
        }

        /** Until a request is counted in the store. */
        void awaitStore() {
            await().atMost(20, SECONDS).until(() -> {
                double before = decidedAlone();
                buckets.take("anybody").join();
                return decidedAlone() == before;
            });
        }
    }

    static RedisServer server(int port) throws IOException {
        return RedisServer.newRedisServer()
                .bind("127.0.0.1")
                .port(port)
                .setting("save \"\"")
                .build();
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeEach
    void start() throws IOException {
        server = server(port);
        server.start();
        first = Replica.of(port, "gateway");
        second = Replica.of(port, "gateway");
        first.awaitStore();
        second.awaitStore();
    }

    @AfterEach
    void stop() throws IOException {
        first.store().close();
        second.store().close();
        server.stop();
    }

    @Test
    void twoReplicasGrantOneBudgetTogether() {
        assertThat(first.granted("192.0.2.1", 60)).isEqualTo(60);
        assertThat(second.granted("192.0.2.1", 60)).isEqualTo(40);
        assertThat(first.granted("192.0.2.1", 1)).isZero();
        assertThat(second.buckets().take("192.0.2.1").join().state()).startsWith("\"address\";r=0;t=");
        assertThat(second.granted("192.0.2.2", 1)).isEqualTo(1);
    }

    @Test
    void servicesThatShareAStoreDoNotShareBudgets() {
        Replica other = Replica.of(port, "statistics-service");
        other.awaitStore();
        assertThat(first.granted("192.0.2.3", 100)).isEqualTo(100);
        assertThat(other.granted("192.0.2.3", 100)).isEqualTo(100);
        other.store().close();
    }

    @Test
    void whileTheStoreIsGoneEachReplicaGrantsTheWholeLimitByItself() throws IOException {
        assertThat(first.granted("192.0.2.4", 100)).isEqualTo(100);
        server.stop();
        await().atMost(20, SECONDS).until(() -> first.granted("anyone", 1) == 1 && first.decidedAlone() > 0);
        assertThat(first.granted("192.0.2.4", 150)).isEqualTo(100);
        assertThat(second.granted("192.0.2.4", 150)).isEqualTo(100);

        server = server(port);
        server.start();
        first.awaitStore();
        second.awaitStore();
        assertThat(first.granted("192.0.2.5", 60)).isEqualTo(60);
        assertThat(second.granted("192.0.2.5", 60)).isEqualTo(40);
    }

    @Test
    void aStoreThatHangsHoldsUpOneRequestForAMomentAndNoOther() throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream().write("DEBUG SLEEP 3\r\n".getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            await().atMost(20, SECONDS).until(() -> first.granted("anyone", 1) == 1 && first.decidedAlone() == 1);
            assertThat(first.granted("192.0.2.6", 150)).isEqualTo(100);
            assertThat(first.decidedAlone()).isEqualTo(151);
            assertThat(socket.getInputStream().read()).isEqualTo('+');
        }
        first.awaitStore();
    }

    @Test
    void aReplicaThatStartsBeforeItsStoreFindsItLater() throws IOException {
        int later = freePort();
        Replica early = Replica.of(later, "gateway");
        assertThat(early.granted("192.0.2.7", 150)).isEqualTo(100);
        RedisServer late = server(later);
        late.start();
        early.awaitStore();
        assertThat(early.granted("192.0.2.7", 150)).isEqualTo(100);
        early.store().close();
        late.stop();
    }
}
