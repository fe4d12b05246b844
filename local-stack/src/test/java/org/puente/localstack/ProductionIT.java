package org.puente.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.puente.identity.SigningKey;

/** The packaged services as production starts them, with their databases but without the profile of one machine. */
@ExtendWith(RunningStack.class)
class ProductionIT {

    private static final Path PROJECT = Path.of(System.getProperty("puente.project", ".."));

    private record End(int code, String said) {}

    @ParameterizedTest
    @ValueSource(strings = {"gateway", "statistics-service", "diplomacy-service"})
    void noServiceStartsWithoutAnIssuerOrWithAKeyOfOneMachine(String service, Stack stack) throws Exception {
        End withoutIssuer = start(service, stack, Map.of());
        assertThat(withoutIssuer.code()).isEqualTo(1);
        assertThat(withoutIssuer.said())
                .contains("No issuer of tokens is named: set quarkus.oidc.auth-server-url")
                .doesNotContain("\tat ");

        End withKey = start(
                service,
                stack,
                Map.of(
                        "QUARKUS_OIDC_PUBLIC_KEY",
                        SigningKey.make().publicKey(),
                        "QUARKUS_OIDC_AUTH_SERVER_URL",
                        "https://id.invalid"));
        assertThat(withKey.code()).isEqualTo(1);
        assertThat(withKey.said())
                .contains("A key from quarkus.oidc.public-key is for one machine only")
                .doesNotContain("\tat ");
    }

    private static End start(String service, Stack stack, Map<String, String> settings) throws Exception {
        ProcessBuilder command = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        PROJECT.resolve(service)
                                .resolve("target/quarkus-app/quarkus-run.jar")
                                .toString())
                .redirectErrorStream(true);
        Database database = (Database) stack.part("database");
        String name = service.replace("-service", "");
        if (!service.equals("gateway")) {
            command.environment().put("QUARKUS_DATASOURCE_JDBC_URL", database.jdbcUrl(name));
            command.environment().put("QUARKUS_DATASOURCE_USERNAME", name);
            command.environment().put("QUARKUS_DATASOURCE_PASSWORD", database.password(name));
        }
        command.environment().putAll(settings);
        command.environment().put("QUARKUS_HTTP_PORT", "0");
        command.environment().put("QUARKUS_MANAGEMENT_PORT", "0");
        Process process = command.start();
        try {
            String said = new String(process.getInputStream().readAllBytes());
            process.waitFor(10, TimeUnit.SECONDS);
            return new End(process.exitValue(), said);
        } finally {
            process.destroyForcibly();
        }
    }
}
