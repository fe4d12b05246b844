package org.puente.diplomacy.testsupport;

import io.smallrye.jwt.build.Jwt;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Set;
import org.eclipse.microprofile.config.ConfigProvider;

/** Real signed bearer tokens for tests. */
public final class Tokens {

    private Tokens() {}

    /** A token of an editor of this name. */
    public static String editor(String name) {
        return token(name, "diplomacy-editor");
    }

    /** A token of a reviewer of this name. */
    public static String reviewer(String name) {
        return token(name, "diplomacy-reviewer");
    }

    /** A token of someone with these roles. */
    public static String token(String name, String... roles) {
        return Jwt.upn(name).subject(name).groups(Set.of(roles)).expiresIn(300).sign(key());
    }

    private static PrivateKey key() {
        String encoded = ConfigProvider.getConfig().getValue(SigningKey.PRIVATE, String.class);
        try {
            return KeyFactory.getInstance("RSA")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(encoded)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
