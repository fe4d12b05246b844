package org.puente.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What a token of our own says: who, until when, in which roles. */
public final class Claims {

    /** Stands for no server: nobody else can issue tokens in this name. */
    public static final String ISSUER = "https://puente.invalid";

    /** For whom tokens of Puente are. */
    public static final String AUDIENCE = "puente";

    private Claims() {}

    /** Claims of a token that is valid from now on. */
    public static Map<String, Object> of(String subject, Duration validity, List<String> roles) {
        Instant now = Instant.now();
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", ISSUER);
        claims.put("aud", AUDIENCE);
        claims.put("sub", subject);
        claims.put("roles", roles);
        claims.put("iat", now.getEpochSecond());
        claims.put("exp", now.plus(validity).getEpochSecond());
        claims.put("jti", UUID.randomUUID().toString());
        return claims;
    }
}
