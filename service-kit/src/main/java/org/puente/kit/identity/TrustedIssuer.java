package org.puente.kit.identity;

import io.quarkus.oidc.Oidc;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.SmallRyeConfig;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.config.Config;

/** Ends the start of a service that would believe tokens of nobody, of anybody, or of a key that lies on a disk. */
@Singleton
class TrustedIssuer {

    /** Where a key without a provider will do. Every other profile is taken for production. */
    private static final Set<String> UNGUARDED = Set.of("local", "test", "dev");

    private static final String ANY = "any";

    private final Config config;

    TrustedIssuer(Config config) {
        this.config = config;
    }

    /** Once more as Quarkus itself looks at these settings: a start by any other way than {@link Start} is held too. */
    void check(@Observes Oidc before) {
        check(config);
    }

    static void check(Config config) {
        List<String> profiles = config.unwrap(SmallRyeConfig.class).getProfiles();
        if (profiles.stream().anyMatch(UNGUARDED::contains)) {
            return;
        }
        if (isSet(config, "quarkus.oidc.public-key")) {
            refuse("A key from quarkus.oidc.public-key is for one machine only: remove it, and name the provider of"
                    + " tokens in quarkus.oidc.auth-server-url (QUARKUS_OIDC_AUTH_SERVER_URL).");
        }
        if (!isSet(config, "quarkus.oidc.auth-server-url")) {
            refuse("No issuer of tokens is named: set quarkus.oidc.auth-server-url (QUARKUS_OIDC_AUTH_SERVER_URL) to"
                    + " the address of the OpenID Connect provider.");
        }
        for (String setting : List.of("quarkus.oidc.token.issuer", "quarkus.oidc.token.audience")) {
            if (ANY.equals(config.getOptionalValue(setting, String.class).orElse(""))) {
                refuse("Tokens meant for others would be believed: " + setting + " must not be '" + ANY + "'.");
            }
        }
    }

    private static boolean isSet(Config config, String setting) {
        return config.getOptionalValue(setting, String.class).isPresent();
    }

    private static void refuse(String sentence) {
        throw new ConfigurationException(sentence);
    }
}
