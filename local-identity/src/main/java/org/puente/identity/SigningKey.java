package org.puente.identity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.Map;

/** An RSA key that signs JSON Web Tokens (RFC 7519) with RS256. */
public final class SigningKey {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();
    private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
    private static final String END = "-----END PRIVATE KEY-----";
    private static final int BITS = 2048;

    private final RSAPrivateCrtKey key;

    private SigningKey(PrivateKey key) {
        this.key = (RSAPrivateCrtKey) key;
    }

    /** A new key. */
    public static SigningKey make() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            return new SigningKey(generator.generateKeyPair().getPrivate());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The key that stands in this file as PEM, made where there is none; its owner alone can read it. */
    public static SigningKey at(Path file) throws IOException {
        if (Files.exists(file)) {
            return parse(Files.readString(file));
        }
        SigningKey made = make();
        Path next = file.resolveSibling(file.getFileName() + ".next");
        Files.deleteIfExists(next);
        Files.createFile(next, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(next, made.pem());
        Files.move(next, file);
        return made;
    }

    /** @throws IllegalArgumentException where this isn't an RSA key in PEM (PKCS #8) */
    static SigningKey parse(String pem) {
        try {
            byte[] bytes = Base64.getMimeDecoder()
                    .decode(pem.replace(BEGIN, "").replace(END, "").strip());
            return new SigningKey(KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(bytes)));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not an RSA key in PEM", e);
        }
    }

    String pem() {
        String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded());
        return BEGIN + "\n" + lines + "\n" + END + "\n";
    }

    /** The public half in Base64, as {@code quarkus.oidc.public-key} takes it. */
    public String publicKey() {
        try {
            byte[] bytes = KeyFactory.getInstance("RSA")
                    .generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent()))
                    .getEncoded();
            return Base64.getEncoder().encodeToString(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A token with these claims in its compact form. */
    public String sign(Map<String, ?> claims) {
        return sign(Map.of("typ", "JWT", "alg", "RS256"), claims);
    }

    /** The same with a header of one's own, which may name a key ({@code kid}). */
    public String sign(Map<String, ?> header, Map<String, ?> claims) {
        String signed = encode(header) + "." + encode(claims);
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + URL.encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static String encode(Map<String, ?> part) {
        try {
            return URL.encodeToString(JSON.writeValueAsBytes(part));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
