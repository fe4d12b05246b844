package org.puente.kit.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.MultiMap;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientAddressTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // Nothing is said, or nothing that is an address
                "10.0.0.1 | `` | 10.0.0.1",
                "10.0.0.1 | for=unknown | 10.0.0.1",
                "10.0.0.1 | for=_hidden | 10.0.0.1",
                // A proxy speaks for its client
                "10.0.0.1 | for=203.0.113.7;proto=https | 203.0.113.7",
                "10.0.0.1 | proto=https;for=203.0.113.7 | 203.0.113.7",
                "10.0.0.1 | For=\"203.0.113.7:4711\" | 203.0.113.7",
                "10.0.0.1 | for=\"[2001:db8::7]:4711\" | 2001:db8::7",
                // What a client wrote itself stands further left
                "10.0.0.1 | for=6.6.6.6, for=203.0.113.7 | 203.0.113.7",
                "10.0.0.1 | for=6.6.6.6, for=203.0.113.7, for=10.0.0.2 | 203.0.113.7",
                "10.0.0.1 | for=10.0.0.9, for=203.0.113.7 | 203.0.113.7",
                "fd00::1 | for=203.0.113.7 | 203.0.113.7",
                // Nobody else is believed
                "192.0.2.9 | for=203.0.113.7 | 192.0.2.9",
                "fe80::1 | for=203.0.113.7 | fe80::1"
            })
    void theNearestAddressThatIsNoProxyOfOursIsTheClient(String peer, String forwarded, String client) {
        assertThat(behind("10.0.0.0/8", "fd00::/8").of(peer, List.of(forwarded)))
                .isEqualTo(client);
    }

    @Test
    void withoutProxiesNoHeaderIsBelieved() {
        assertThat(behind().of("127.0.0.1", List.of("for=203.0.113.7"))).isEqualTo("127.0.0.1");
    }

    @Test
    void theOlderHeaderIsReadWhereItIsTheOneThatProxiesSet() {
        MultiMap headers = MultiMap.caseInsensitiveMultiMap()
                .add("Forwarded", "for=6.6.6.6")
                .add("X-Forwarded-For", "7.7.7.7, 203.0.113.7");
        ClientAddress address = new ClientAddress(config("X-Forwarded-For", "10.0.0.1"));
        assertThat(address.of("10.0.0.1", headers.getAll("X-Forwarded-For"))).isEqualTo("203.0.113.7");
    }

    @Test
    void whatIsNoNetworkEndsTheStart() {
        assertThatThrownBy(() -> behind("10.0.0.0/eight")).hasMessageContaining("'10.0.0.0/eight' is no network");
    }

    private static ClientAddress behind(String... proxies) {
        return new ClientAddress(config("Forwarded", proxies));
    }

    private static ClientConfig config(String header, String... proxies) {
        return new ClientConfig() {
            @Override
            public Optional<List<String>> trustedProxies() {
                return proxies.length == 0 ? Optional.empty() : Optional.of(List.of(proxies));
            }

            @Override
            public String header() {
                return header;
            }
        };
    }
}
