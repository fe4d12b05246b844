package org.puente.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.puente.identity.SigningKey;
import org.puente.identity.Tokens;

/** The packaged services as production starts them, with their databases but without the profile of one machine. */
@ExtendWith(RunningStack.class)
class ProductionIT {

    private static final Path PROJECT = Path.of(System.getProperty("puente.project", ".."));

    private record End(int code, String said) {}

    @ParameterizedTest
    @ValueSource(strings = {"gateway", "statistics-service", "diplomacy-service"})
    void noServiceStartsWithoutAnIssuerOrWithAKeyOfOneMachine(String service) throws Exception {
        End withoutIssuer = start(service, Map.of());
        assertThat(withoutIssuer.code()).isEqualTo(1);
        assertThat(withoutIssuer.said())
                .startsWith("No issuer of tokens is named: set quarkus.oidc.auth-server-url")
                .doesNotContain("\tat ", "127.0.0.1");

        End withKey = start(
                service,
                Map.of(
                        "QUARKUS_OIDC_PUBLIC_KEY",
                        SigningKey.make().publicKey(),
                        "QUARKUS_OIDC_AUTH_SERVER_URL",
                        "https://id.invalid"));
        assertThat(withKey.code()).isEqualTo(1);
        assertThat(withKey.said())
                .startsWith("A key from quarkus.oidc.public-key is for one machine only")
                .doesNotContain("\tat ", "127.0.0.1");
    }

    /** A provider that is down when a service starts, or later, is no reason not to be read. */
    @Test
    void withoutItsProviderAServiceAnswersReadsAndAsksWritersToComeBack(Stack stack) throws Exception {
        int port = RunningStack.freePorts().gateway();
        int nobody = RunningStack.freePorts().gateway();
        Process process = command(
                        "statistics-service",
                        Map.of(
                                "QUARKUS_OIDC_AUTH_SERVER_URL", "http://127.0.0.1:" + nobody,
                                "QUARKUS_HTTP_PORT", Integer.toString(port),
                                "QUARKUS_MANAGEMENT_PORT", Integer.toString(Ports.management(port)),
                                "QUARKUS_DATASOURCE_JDBC_URL", database(stack).jdbcUrl("statistics"),
                                "QUARKUS_DATASOURCE_PASSWORD", database(stack).password("statistics")))
                .redirectOutput(Redirect.DISCARD)
                .start();
        try {
            URI address = URI.create("http://127.0.0.1:" + port + "/v1/releases");
            await().atMost(60, TimeUnit.SECONDS)
                    .ignoreExceptions()
                    .until(() -> send(HttpRequest.newBuilder(address).build()).statusCode() == 200);
            HttpResponse<String> write = send(HttpRequest.newBuilder(address)
                    .header("Authorization", "Bearer " + Tokens.of("admin"))
                    .header("Content-Type", "text/csv")
                    .POST(BodyPublishers.ofString("x"))
                    .build());
            assertThat(write.statusCode()).as(write.body()).isEqualTo(503);
            assertThat(write.headers().firstValue("Content-Type")).contains("application/problem+json");
            assertThat(write.headers().firstValue("Retry-After")).contains("1");
            assertThat(write.body()).contains("\"detail\":\"Tokens can't be checked at present\"");
            assertThat(send(HttpRequest.newBuilder(address).build()).statusCode())
                    .isEqualTo(200);
        } finally {
            process.destroy();
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        }
    }

    private static HttpResponse<String> send(HttpRequest request) throws Exception {
        return Documented.HTTP.send(request, BodyHandlers.ofString());
    }

    private static Database database(Stack stack) {
        return (Database) stack.part("database");
    }

    /** With a database that nobody serves: it isn't even asked for. */
    private static End start(String service, Map<String, String> settings) throws Exception {
        Process process = command(service, settings).start();
        try {
            String said = new String(process.getInputStream().readAllBytes());
            process.waitFor(10, TimeUnit.SECONDS);
            return new End(process.exitValue(), said);
        } finally {
            process.destroyForcibly();
        }
    }

    private static ProcessBuilder command(String service, Map<String, String> settings) {
        ProcessBuilder command = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        PROJECT.resolve(service)
                                .resolve("target/quarkus-app/quarkus-run.jar")
                                .toString())
                .redirectErrorStream(true);
        command.environment()
                .putAll(Map.of(
                        "QUARKUS_HTTP_PORT", "0",
                        "QUARKUS_MANAGEMENT_PORT", "0",
                        "QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://127.0.0.1:1/nobody",
                        "QUARKUS_DATASOURCE_USERNAME", service.replace("-service", ""),
                        "QUARKUS_DATASOURCE_PASSWORD", "none"));
        command.environment().putAll(settings);
        return command;
    }
}
