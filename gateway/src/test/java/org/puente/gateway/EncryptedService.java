package org.puente.gateway;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.Vertx;
import io.vertx.core.http.ClientAuth;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.PemTrustOptions;
import java.nio.file.Path;
import java.util.Map;
import org.puente.identity.Certificate;

/**
 * A service that shows a certificate and asks for that of the gateway. As the statistics service the gateway reaches it with
 * its certificate, as the diplomacy service without.
 */
public class EncryptedService implements QuarkusTestResourceLifecycleManager {

    private static final Path FOLDER = Path.of("target", "certificates");

    private final Vertx vertx = Vertx.vertx();

    @Override
    public Map<String, String> start() {
        Certificate service = Certificate.make(FOLDER, "service");
        Certificate gateway = Certificate.make(FOLDER, "gateway");
        HttpServer server = vertx.createHttpServer(new HttpServerOptions()
                        .setHost("127.0.0.1")
                        .setPort(0)
                        .setSsl(true)
                        .setClientAuth(ClientAuth.REQUIRED)
                        .setKeyCertOptions(new PemKeyCertOptions()
                                .setCertPath(service.certificate().toString())
                                .setKeyPath(service.key().toString()))
                        .setTrustOptions(new PemTrustOptions()
                                .addCertPath(gateway.certificate().toString())))
                .requestHandler(request -> request.response()
                        .putHeader("Content-Type", "application/json")
                        .end("{\"encrypted\":" + request.isSSL() + "}"));
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
                service.certificate().toString());
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
