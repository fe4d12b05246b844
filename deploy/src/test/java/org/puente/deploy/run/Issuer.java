package org.puente.deploy.run;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.puente.deploy.Manifests;
import org.puente.identity.Claims;
import org.puente.identity.SigningKey;

/** As much of an OpenID Connect provider as a service asks for: where its keys are, and the keys. */
final class Issuer implements AutoCloseable {

    private static final String KEY = "one";

    private final HttpServer server;
    private final SigningKey key = SigningKey.make();

    Issuer() throws IOException {
        this(InetAddress.getLoopbackAddress().getHostAddress());
    }

    /** @param host an address of this machine, by which those who ask reach it */
    Issuer(String host) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName(host), 0), 0);
        answer("/.well-known/openid-configuration", Map.of("issuer", address(), "jwks_uri", address() + "/keys"));
        answer("/keys", Map.of("keys", List.of(publicKey())));
        server.start();
    }

    String address() {
        return "http://" + server.getAddress().getAddress().getHostAddress() + ":"
                + server.getAddress().getPort();
    }

    /** A token for someone in these roles. */
    String token(String... roles) {
        Map<String, Object> claims = new LinkedHashMap<>(Claims.of("tester", Duration.ofMinutes(10), List.of(roles)));
        claims.put("iss", address());
        return key.sign(Map.of("typ", "JWT", "alg", "RS256", "kid", KEY), claims);
    }

    private Map<String, String> publicKey() {
        try {
            byte[] encoded = Base64.getDecoder().decode(key.publicKey());
            RSAPublicKey rsa =
                    (RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(encoded));
            return Map.of(
                    "kty",
                    "RSA",
                    "use",
                    "sig",
                    "alg",
                    "RS256",
                    "kid",
                    KEY,
                    "n",
                    url(rsa.getModulus()),
                    "e",
                    url(rsa.getPublicExponent()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String url(BigInteger number) {
        byte[] bytes = number.toByteArray();
        int sign = bytes[0] == 0 ? 1 : 0;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOfRange(bytes, sign, bytes.length));
    }

    private void answer(String path, Object body) throws IOException {
        byte[] json = Manifests.JSON.writeValueAsBytes(body);
        server.createContext(path, exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, json.length);
            exchange.getResponseBody().write(json);
            exchange.close();
        });
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
