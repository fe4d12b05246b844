package org.puente.identity;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/**
 * Lets the service under test trust {@link Tokens}. Every Quarkus test that has this module on its class path gets it by
 * itself.
 */
public class TestIdentity implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        return Map.of("quarkus.oidc.public-key", Tokens.key().publicKey(), "quarkus.oidc.token.issuer", Claims.ISSUER);
    }

    @Override
    public void stop() {}
}
