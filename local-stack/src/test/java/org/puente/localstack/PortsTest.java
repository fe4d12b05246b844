package org.puente.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class PortsTest {

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " "})
    void withoutAWishTheGatewayListensOn8080(String base) {
        Ports ports = Ports.parse(base);

        assertThat(ports.gateway()).isEqualTo(8080);
        assertThat(ports.statistics()).isEqualTo(8081);
        assertThat(ports.diplomacy()).isEqualTo(8082);
        assertThat(Ports.management(ports.diplomacy())).isEqualTo(9082);
    }

    @ParameterizedTest
    @ValueSource(strings = {"80", "70000", "-1", "http", "8080.5"})
    void aBaseThatIsNoUsablePortIsRefusedByName(String base) {
        assertThatThrownBy(() -> Ports.parse(base))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("PUENTE_PORT_BASE")
                .hasMessageContaining(base);
    }

    @Test
    void aPortThatSomeoneListensOnIsNotFree() throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
            assertThat(Ports.isFree(port)).isFalse();
        }
        assertThat(Ports.isFree(port)).isTrue();
    }
}
