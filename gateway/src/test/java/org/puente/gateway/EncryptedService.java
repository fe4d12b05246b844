package org.puente.gateway;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.Vertx;
import io.vertx.core.http.ClientAuth;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.core.net.SSLOptions;
import java.nio.file.Path;
import java.util.Map;
import org.puente.identity.Certificate;

/**
 * A service that shows a certificate and asks for that of the gateway. As the statistics service the gateway reaches it with
 * its certificate, as the diplomacy service without. Asked for a renewal, it makes both certificates anew.
 */
public class EncryptedService implements QuarkusTestResourceLifecycleManager {

    private static final Path FOLDER = Path.of("target", "certificates");

    private static final String RENEWAL = "/v1/releases/renewal";

    private final Vertx vertx = Vertx.vertx();
    private HttpServer server;
    private volatile boolean renewed;

    @Override
    public Map<String, String> start() {
        Certificate service = Certificate.make(FOLDER, "service");
        Certificate gateway = Certificate.make(FOLDER, "gateway");
        server = vertx.createHttpServer(new HttpServerOptions()
                        .setHost("127.0.0.1")
                        .setPort(0)
                        .setSsl(true)
                        .setClientAuth(ClientAuth.REQUIRED)
                        .setKeyCertOptions(shown(service))
                        .setTrustOptions(believed(gateway)))
                .requestHandler(this::answer);
        server.listen().toCompletionStage().toCompletableFuture().join();
        String url = "https://localhost:" + server.actualPort();
        return Map.of(
                "puente.upstream.statistics.url",
                url,
                "puente.upstream.statistics.tls",
                "services",
                "quarkus.tls.services.trust-store.pem.certs",
                service.certificate().toString(),
                "quarkus.tls.services.key-store.pem.0.cert",
                gateway.certificate().toString(),
                "quarkus.tls.services.key-store.pem.0.key",
                gateway.key().toString(),
                "puente.upstream.diplomacy.url",
                url,
                "puente.upstream.diplomacy.tls",
                "nameless",
                "quarkus.tls.nameless.trust-store.pem.certs",
                service.certificate().toString(),
                "quarkus.tls.services.reload-period",
                "1s",
                // The first connection has to load all that belongs to encryption.
                "puente.upstream.statistics.connect-timeout",
                "10s");
    }

    /** Closes each connection, so that the next request is made with the certificates of its moment. */
    private void answer(HttpServerRequest request) {
        request.response()
                .putHeader("Connection", "close")
                .putHeader("Content-Type", "application/json")
                .end("{\"encrypted\":" + request.isSSL() + ",\"renewed\":" + renewed + "}");
        if (request.path().equals(RENEWAL)) {
            vertx.executeBlocking(this::renew);
        }
    }

    /** The service shows another certificate from now on, and believes another one of the gateway alone. */
    private boolean renew() {
        Certificate service = Certificate.make(FOLDER, "service");
        Certificate gateway = Certificate.make(FOLDER, "gateway");
        server.updateSSLOptions(
                        new SSLOptions().setKeyCertOptions(shown(service)).setTrustOptions(believed(gateway)), true)
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        renewed = true;
        return true;
    }

    private static PemKeyCertOptions shown(Certificate certificate) {
        return new PemKeyCertOptions()
                .setCertPath(certificate.certificate().toString())
                .setKeyPath(certificate.key().toString());
    }

    private static PemTrustOptions believed(Certificate certificate) {
        return new PemTrustOptions().addCertPath(certificate.certificate().toString());
    }

    /** After the services that other tests use. */
    @Override
    public int order() {
        return 1;
    }

    @Override
    public void stop() {
        vertx.close();
    }
}
