package org.puente.identity;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** For tests: tokens that claim a role and that no service may believe, each wrong in one way. */
public enum Forged {
    EXPIRED {
        @Override
        String with(Map<String, Object> claims) {
            long past = Instant.now().minus(Duration.ofHours(1)).getEpochSecond();
            claims.put("iat", past);
            claims.put("exp", past + 600);
            return Tokens.key().sign(claims);
        }
    },
    NOT_YET_VALID {
        @Override
        String with(Map<String, Object> claims) {
            claims.put("nbf", Instant.now().plus(Duration.ofHours(1)).getEpochSecond());
            return Tokens.key().sign(claims);
        }
    },
    WRONG_ISSUER {
        @Override
        String with(Map<String, Object> claims) {
            claims.put("iss", "https://elsewhere.invalid");
            return Tokens.key().sign(claims);
        }
    },
    WRONG_AUDIENCE {
        @Override
        String with(Map<String, Object> claims) {
            claims.put("aud", "another-application");
            return Tokens.key().sign(claims);
        }
    },
    WITHOUT_EXPIRY {
        @Override
        String with(Map<String, Object> claims) {
            claims.remove("exp");
            return Tokens.key().sign(claims);
        }
    },
    UNSIGNED {
        @Override
        String with(Map<String, Object> claims) {
            return SigningKey.encode(Map.of("typ", "JWT", "alg", "none")) + "." + SigningKey.encode(claims) + ".";
        }
    },
    /** The public key, which everybody knows, taken for a shared secret. */
    SIGNED_WITH_THE_PUBLIC_KEY {
        @Override
        String with(Map<String, Object> claims) throws GeneralSecurityException {
            String signed = SigningKey.encode(Map.of("typ", "JWT", "alg", "HS256")) + "." + SigningKey.encode(claims);
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(Tokens.key().publicKey()), "HmacSHA256"));
            byte[] signature = mac.doFinal(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
        }
    },
    SIGNED_WITH_ANOTHER_KEY {
        @Override
        String with(Map<String, Object> claims) {
            return SigningKey.make().sign(claims);
        }
    },
    /** Roles changed after signing. */
    ALTERED {
        @Override
        String with(Map<String, Object> claims) {
            String[] honest = Tokens.of().split("\\.");
            return honest[0] + "." + SigningKey.encode(claims) + "." + honest[2];
        }
    },
    NOT_A_TOKEN {
        @Override
        String with(Map<String, Object> claims) {
            return "let-me-in";
        }
    };

    abstract String with(Map<String, Object> claims) throws GeneralSecurityException;

    /** Such a token, for someone who claims these roles. */
    public String token(String... roles) {
        try {
            return with(Claims.of("mallory", Duration.ofMinutes(30), List.of(roles)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
