package org.puente.kit.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TokenBucketsTest {

    private final TokenBuckets buckets = new TokenBuckets("address", 100, Duration.ofHours(1), 1000, null, null);

    @Test
    void aBurstIsGrantedItsTokensAndNoMore() {
        long granted = IntStream.range(0, 10_000)
                .filter(i -> buckets.take("127.0.0.1").join().granted())
                .count();
        assertThat(granted).isEqualTo(100);
    }

    @Test
    void aBurstTakesNothingFromOthers() {
        IntStream.range(0, 10_000).forEach(i -> buckets.take("127.0.0.1"));
        assertThat(buckets.take("127.0.0.2").join().granted()).isTrue();
        assertThat(buckets.take("127.0.0.2").join().state()).startsWith("\"address\";r=98;t=");
    }

    @Test
    void theVerdictSaysWhatIsLeftAndWhenToComeBack() {
        TokenBuckets.Verdict first = buckets.take("a").join();
        assertThat(first.policy()).isEqualTo("\"address\";q=100;w=3600");
        // One token of 100 an hour comes back after 36 seconds.
        assertThat(first.state()).isEqualTo("\"address\";r=99;t=36");
        TokenBuckets.Verdict refused = IntStream.range(0, 101)
                .mapToObj(i -> buckets.take("a").join())
                .reduce((one, next) -> next)
                .orElseThrow();
        assertThat(refused.granted()).isFalse();
        assertThat(refused.retryAfterSeconds()).isBetween(1L, 36L);
    }

    @Test
    void allAddressesOfAnIpv6NetworkAreOneCaller() {
        assertThat(RateLimit.network("2001:db8:1:2:3:4:5:6")).isEqualTo(RateLimit.network("2001:db8:1:2::1"));
        assertThat(RateLimit.network("2001:db8:1:2::1")).isNotEqualTo(RateLimit.network("2001:db8:1:3::1"));
        assertThat(RateLimit.network("192.0.2.1")).isEqualTo("192.0.2.1");
    }
}
