package org.puente.kit.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.puente.kit.identity.Provider;
import org.puente.kit.identity.ProviderTest;

/** Those who hold a connection by moving a byte now and then; a header may take two seconds here, and an idle connection four. */
@QuarkusTest
@TestProfile(ProviderTest.ByDiscovery.class)
@WithTestResource(value = Provider.class, scope = TestResourceScope.MATCHING_RESOURCES)
@Timeout(60)
class SlowClientTest {

    private static final Duration HEADER_PATIENCE = Duration.ofSeconds(2);
    private static final Duration IDLE = Duration.ofSeconds(4);
    private static final long REAM = 16_000_000;
    private static final String HEADER = "GET /books HTTP/1.1\r\nHost: x\r\nForwarded: for=203.0.113.%d\r\n";

    @TestHTTPResource
    URI address;

    @Test
    void aHeaderThatTricklesInIsCutOff() throws Exception {
        try (Socket socket = connect()) {
            Instant start = Instant.now();
            assertThat(trickleHeader(socket)).isEqualTo(-1);
            assertThat(Duration.between(start, Instant.now())).isGreaterThanOrEqualTo(HEADER_PATIENCE);
        }
    }

    @Test
    void soIsTheHeaderOfALaterRequestOnTheSameConnection() throws Exception {
        try (Socket socket = connect()) {
            send(socket, HEADER.formatted(2) + "\r\n");
            assertThat(answer(socket)).startsWith("HTTP/1.1 200");
            assertThat(trickleHeader(socket)).isEqualTo(-1);
        }
    }

    @Test
    void aConnectionMayRestBetweenRequestsForLongerThanAHeaderMayTake() throws Exception {
        try (Socket socket = connect()) {
            send(socket, HEADER.formatted(3) + "\r\n");
            assertThat(answer(socket)).startsWith("HTTP/1.1 200");
            Thread.sleep(HEADER_PATIENCE.plusMillis(500).toMillis());
            send(socket, HEADER.formatted(3) + "\r\n");
            assertThat(answer(socket)).startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void anAnswerThatIsNotTakenIsDropped() throws Exception {
        try (Socket socket = connect()) {
            send(
                    socket,
                    "GET /books/ream HTTP/1.1\r\nHost: x\r\nConnection: close\r\nForwarded: for=203.0.113.4\r\n\r\n");
            InputStream in = socket.getInputStream();
            long taken = 0;
            for (Instant slow = Instant.now().plus(IDLE.multipliedBy(2));
                    Instant.now().isBefore(slow);
                    taken++) {
                assertThat(in.read()).isNotNegative();
                Thread.sleep(100);
            }
            byte[] rest = new byte[64 * 1024];
            try {
                for (int some = in.read(rest); some >= 0; some = in.read(rest)) {
                    taken += some;
                }
            } catch (IOException e) {
                assertThat(e).hasMessageContaining("reset");
            }
            assertThat(taken).isLessThan(REAM);
        }
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(16 * 1024);
        socket.setSoTimeout(30_000);
        socket.connect(new InetSocketAddress(address.getHost(), address.getPort()));
        return socket;
    }

    /** What the server says to a byte of a header every fifth of a second. */
    private static int trickleHeader(Socket socket) throws Exception {
        byte[] header =
                ("GET /books HTTP/1.1\r\nHost: x\r\nX-Slow: " + "y".repeat(10_000)).getBytes(StandardCharsets.US_ASCII);
        OutputStream out = socket.getOutputStream();
        InputStream in = socket.getInputStream();
        socket.setSoTimeout(200);
        for (byte one : header) {
            try {
                out.write(one);
                return in.read();
            } catch (java.net.SocketTimeoutException e) {
                continue;
            } catch (IOException e) {
                return -1;
            }
        }
        throw new AssertionError("a header of " + header.length + " bytes was waited for");
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static String answer(Socket socket) throws IOException {
        byte[] bytes = new byte[8192];
        int length = socket.getInputStream().read(bytes);
        return new String(bytes, 0, Math.max(0, length), StandardCharsets.US_ASCII);
    }
}
