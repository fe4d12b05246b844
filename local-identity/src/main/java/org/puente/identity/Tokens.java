package org.puente.identity;

import java.time.Duration;
import java.util.List;

/** Tokens for tests, signed with a key that is made once for each run. */
public final class Tokens {

    /** Kept where all class loaders of a test run find it. */
    private static final String KEY = "puente.test.signing-key";

    private static final Duration VALIDITY = Duration.ofMinutes(30);

    private Tokens() {}

    /** A bearer token for someone in these roles, who is named after them. */
    public static String of(String... roles) {
        return as("test-" + String.join("-", roles), roles);
    }

    /** A bearer token for this subject in these roles. */
    public static String as(String subject, String... roles) {
        return key().sign(Claims.of(subject, VALIDITY, List.of(roles)));
    }

    /** Signs with this key from now on, as that is the one that running services trust. */
    public static void signWith(SigningKey key) {
        System.setProperty(KEY, key.pem());
    }

    /** The key that the service under test trusts. */
    public static SigningKey key() {
        synchronized (System.getProperties()) {
            String pem = System.getProperty(KEY);
            if (pem != null) {
                return SigningKey.parse(pem);
            }
            SigningKey made = SigningKey.make();
            System.setProperty(KEY, made.pem());
            return made;
        }
    }
}
