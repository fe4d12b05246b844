package org.puente.kit.identity;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.puente.identity.Certificate;
import org.puente.identity.Claims;
import org.puente.identity.SigningKey;

/**
 * An OpenID Connect provider: discovery, one key at a time, and roles where Keycloak has them. {@code /token?roles=a,b}
 * issues a token, {@code /rotate?id=…} replaces the key by a new one, {@code /hide?keys=true} lets questions for keys fail.
 */
public class Provider implements QuarkusTestResourceLifecycleManager {

    /** Where the certificates of the service and of its caller are. */
    public static final Path CERTIFICATES = Path.of("target", "certificates");

    private boolean hidden;
    private HttpServer server;
    private String issuer;
    private String keyId;
    private SigningKey key;

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        issuer = "http://localhost:" + server.getAddress().getPort() + "/realms/desk";
        rotate("first");
        serve("/.well-known/openid-configuration", query -> "{\"issuer\":\"%1$s\",\"jwks_uri\":\"%1$s/keys\"}"
                .formatted(issuer));
        serve("/keys", query -> keys());
        serve("/rotate", this::rotate);
        serve("/hide", this::hide);
        serve("/token", this::token);
        server.start();
        Certificate service = Certificate.make(CERTIFICATES, "service");
        Certificate gateway = Certificate.make(CERTIFICATES, "gateway");
        return Map.of(
                "quarkus.oidc.auth-server-url",
                issuer,
                "quarkus.oidc.token.issuer",
                issuer,
                "quarkus.oidc.public-key",
                "",
                "quarkus.http.test-ssl-port",
                "0",
                "quarkus.http.insecure-requests",
                "enabled",
                "quarkus.tls.key-store.pem.0.cert",
                service.certificate().toString(),
                "quarkus.tls.key-store.pem.0.key",
                service.key().toString(),
                "quarkus.tls.trust-store.pem.certs",
                gateway.certificate().toString(),
                "quarkus.tls.reload-period",
                "1s",
                "puente.transport.client-certificate",
                "required");
    }

    /** After the one that sets a key without a provider. */
    @Override
    public int order() {
        return 1;
    }

    @Override
    public void stop() {
        server.stop(0);
    }

    private String rotate(String id) {
        key = SigningKey.make();
        keyId = id;
        return id;
    }

    private String hide(String keys) {
        hidden = Boolean.parseBoolean(keys);
        return keys;
    }

    private String token(String roles) {
        Map<String, Object> claims = Claims.of("ana", Duration.ofMinutes(5), List.of());
        claims.put("iss", issuer);
        claims.put("realm_access", Map.of("roles", List.of(roles.split(","))));
        return key.sign(Map.of("typ", "JWT", "alg", "RS256", "kid", keyId), claims);
    }

    private void serve(String path, UnaryOperator<String> answer) {
        server.createContext("/realms/desk" + path, exchange -> {
            String query = exchange.getRequestURI().getQuery();
            byte[] bytes = answer.apply(query == null ? "" : query.substring(query.indexOf('=') + 1))
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            boolean fails = hidden && path.equals("/keys");
            exchange.sendResponseHeaders(fails ? 503 : 200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }

    private String keys() {
        try {
            RSAPublicKey half = (RSAPublicKey) KeyFactory.getInstance("RSA")
                    .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(key.publicKey())));
            return "{\"keys\":[{\"kty\":\"RSA\",\"use\":\"sig\",\"alg\":\"RS256\",\"kid\":\"%s\",\"n\":\"%s\",\"e\":\"%s\"}]}"
                    .formatted(keyId, number(half.getModulus()), number(half.getPublicExponent()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String number(BigInteger number) {
        byte[] bytes = number.toByteArray();
        byte[] unsigned = bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(unsigned);
    }
}
