package org.puente.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.puente.identity.Claims;
import org.puente.identity.SigningKey;

/** Stands in for an identity provider on one machine: whoever can read the key of the workspace may be anyone. */
final class Identity {

    /** What a token can open, from nothing that isn't open anyway to everything. */
    static final List<String> ROLES = List.of(
            "reader", "statistics-publisher", "figures-editor", "diplomacy-editor", "diplomacy-reviewer", "admin");

    private static final Duration VALIDITY = Duration.ofHours(1);

    private final Workspace workspace;

    Identity(Workspace workspace) {
        this.workspace = workspace;
    }

    /** Environment variables by which a service trusts this key. */
    Map<String, String> settings() {
        return Map.of(
                "QUARKUS_PROFILE",
                "local",
                "QUARKUS_CONFIG_PROFILE_PARENT",
                "prod",
                "QUARKUS_OIDC_PUBLIC_KEY",
                key().publicKey(),
                "QUARKUS_OIDC_TOKEN_ISSUER",
                Claims.ISSUER);
    }

    /** A token that is valid for an hour. */
    String token(String role) {
        if (!ROLES.contains(role)) {
            throw new Failure("There is no role '" + role + "'; there are " + String.join(", ", ROLES) + ".");
        }
        return key().sign(Claims.of("local-" + role, VALIDITY, List.of(role)));
    }

    private SigningKey key() {
        try {
            return SigningKey.at(workspace.signingKey());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (IllegalArgumentException e) {
            throw new Failure(
                    workspace.signingKey() + " holds no key: delete it, and the next ./puente up makes a new one.", e);
        }
    }
}
