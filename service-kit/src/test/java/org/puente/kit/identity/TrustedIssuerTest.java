package org.puente.kit.identity;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TrustedIssuerTest {

    private static final String PROVIDER = "quarkus.oidc.auth-server-url";
    private static final String KEY = "quarkus.oidc.public-key";

    @Test
    void productionNeedsAnIssuer() {
        assertThatThrownBy(() -> start("prod", Map.of())).hasMessageStartingWith("No issuer of tokens is named");
        assertThatCode(() -> start("prod", Map.of(PROVIDER, "https://id.example/realms/desk")))
                .doesNotThrowAnyException();
    }

    @Test
    void productionTakesNoFixedKeyNotEvenBesideAnIssuer() {
        assertThatThrownBy(() -> start("prod", Map.of(KEY, "MII"))).hasMessageStartingWith("A key from " + KEY);
        assertThatThrownBy(() -> start("prod", Map.of(KEY, "MII", PROVIDER, "https://id.example")))
                .hasMessageStartingWith("A key from " + KEY);
    }

    @Test
    void productionBelievesNoTokensThatWereMeantForOthers() {
        for (String setting : List.of("quarkus.oidc.token.issuer", "quarkus.oidc.token.audience")) {
            assertThatThrownBy(() -> start("prod", Map.of(PROVIDER, "https://id.example", setting, "any")))
                    .hasMessageContaining(setting);
        }
    }

    @Test
    void aProfileThatIsNotKnownIsTakenForProduction() {
        assertThatThrownBy(() -> start("staging", Map.of(KEY, "MII"))).hasMessageStartingWith("A key from " + KEY);
    }

    @Test
    void oneMachineMayUseAKeyOfItsOwn() {
        assertThatCode(() -> start("local", Map.of(KEY, "MII"))).doesNotThrowAnyException();
    }

    private static void start(String profile, Map<String, String> settings) {
        var config = new SmallRyeConfigBuilder()
                .withProfile(profile)
                .withSources(new PropertiesConfigSource(settings, "test", 100))
                .build();
        TrustedIssuer.check(config);
    }
}
