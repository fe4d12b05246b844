package org.puente.kit.transport;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.PemTrustOptions;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.puente.identity.Certificate;
import org.puente.kit.identity.Provider;
import org.puente.kit.identity.ProviderTest;

/** The service shows a certificate of its own and asks its caller for one; both were made when the test began. */
@QuarkusTest
@TestProfile(ProviderTest.ByDiscovery.class)
@WithTestResource(value = Provider.class, scope = TestResourceScope.MATCHING_RESOURCES)
class TransportTest {

    private static final String PROMISE = "Strict-Transport-Security";

    @Inject
    Vertx vertx;

    @TestHTTPResource(value = "/books", tls = true)
    URI encrypted;

    @TestHTTPResource("/books")
    URI open;

    @ConfigProperty(name = "quarkus.http.header.\"X-Content-Type-Options\".value")
    String nosniff;

    @Test
    void anEncryptedAnswerPromisesToStaySo() throws Exception {
        HttpClientResponse answer = get(encrypted, trusting("service").setKeyCertOptions(shown("gateway")));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.getHeader(PROMISE)).isEqualTo("max-age=31536000");
        assertThat(answer.getHeader("X-Content-Type-Options")).isEqualTo(nosniff);
        assertThat(answer.getHeader("Server")).isNull();
        assertThat(answer.getHeader("Set-Cookie")).isNull();
    }

    @Test
    void anOpenAnswerPromisesNothing() throws Exception {
        assertThat(get(open, new HttpClientOptions()).getHeader(PROMISE)).isNull();
    }

    @Test
    void aCallerWithoutACertificateIsNotLetIn() {
        assertThatThrownBy(() -> get(encrypted, trusting("service"))).isNotNull();
    }

    @Test
    void aCallerWithACertificateOfItsOwnMakingIsNotLetIn() {
        Certificate.make(Path.of("target", "stranger"), "stranger");
        PemKeyCertOptions stranger = new PemKeyCertOptions()
                .setCertPath("target/stranger/stranger.crt")
                .setKeyPath("target/stranger/stranger.key");
        assertThatThrownBy(() -> get(encrypted, trusting("service").setKeyCertOptions(stranger)))
                .isNotNull();
    }

    @Test
    void aNewCertificateIsShownWithoutARestart() throws Exception {
        Path certificate = Provider.CERTIFICATES.resolve("service.crt");
        String before = Files.readString(certificate);
        Certificate.make(Provider.CERTIFICATES, "service");
        assertThat(Files.readString(certificate)).isNotEqualTo(before);
        await().atMost(20, SECONDS).ignoreExceptions().until(() -> {
            return get(encrypted, trusting("service").setKeyCertOptions(shown("gateway")))
                            .statusCode()
                    == 200;
        });
    }

    private HttpClientResponse get(URI uri, HttpClientOptions options) throws Exception {
        HttpClient client = vertx.createHttpClient(options);
        try {
            return client.request(HttpMethod.GET, uri.getPort(), "127.0.0.1", uri.getPath())
                    .compose(request ->
                            request.putHeader("Forwarded", "for=203.0.113.9").send())
                    .compose(answer -> answer.body().map(answer))
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(10, TimeUnit.SECONDS);
        } finally {
            client.close();
        }
    }

    private static HttpClientOptions trusting(String name) throws Exception {
        Buffer certificate = Buffer.buffer(Files.readString(Provider.CERTIFICATES.resolve(name + ".crt")));
        return new HttpClientOptions().setSsl(true).setTrustOptions(new PemTrustOptions().addCertValue(certificate));
    }

    private static PemKeyCertOptions shown(String name) {
        return new PemKeyCertOptions()
                .setCertPath(Provider.CERTIFICATES.resolve(name + ".crt").toString())
                .setKeyPath(Provider.CERTIFICATES.resolve(name + ".key").toString());
    }
}
