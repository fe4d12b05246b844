package org.puente.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.puente.kit.problem.Refusal;
import org.puente.kit.query.QueryParameters;

class QueryParametersTest {

    @Test
    void aQueryIsReadWithItsValuesInOrder() {
        assertThat(QueryParameters.parse("a=1&b=x,y&a=2&c&d=&=e"))
                .containsExactly(
                        Map.entry("a", List.of("1", "2")),
                        Map.entry("b", List.of("x,y")),
                        Map.entry("c", List.of("")),
                        Map.entry("d", List.of("")),
                        Map.entry("", List.of("e")));
    }

    @Test
    void namesAndValuesAreDecoded() {
        assertThat(QueryParameters.parse("group%42y=%21MEX+GTM&x=a=b&caf%C3%A9=%E2%82%AC"))
                .containsOnly(
                        Map.entry("groupBy", List.of("!MEX GTM")),
                        Map.entry("x", List.of("a=b")),
                        Map.entry("café", List.of("€")));
    }

    @Test
    void noQueryHasNoParameters() {
        assertThat(QueryParameters.parse(null)).isEmpty();
        assertThat(QueryParameters.parse("")).isEmpty();
        assertThat(QueryParameters.parse("&&")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=%zz", "a=%4", "a=%", "%q=1"})
    void aQueryThatIsEncodedBadlyIsRefused(String query) {
        assertThatThrownBy(() -> QueryParameters.parse(query))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.kind()).isEqualTo(Refusal.Kind.INVALID);
                    assertThat(refusal.violations().get(0).field()).isEqualTo("query");
                })
                .hasMessageContaining("has a % that two hexadecimal digits don't follow");
    }
}
