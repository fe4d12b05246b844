package org.puente.deploy.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.puente.deploy.Manifests;

/**
 * The services and both databases as {@code overlays/local} lays them out: migrated by the role that owns the schema, used
 * by one that can't change it, measured, dumped, and restored into an empty server; then once more, encrypted as {@code
 * components/tls} has it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LocalOverlayIT {

    private static final List<String> SERVICES = List.of("statistics-service", "diplomacy-service");
    private static final Path BACKUP = Manifests.FOLDER.resolve("backup");

    private final Secrets secrets = Secrets.made();
    private final Path dump =
            Path.of("target", "backup-" + ProcessHandle.current().pid()).toAbsolutePath();
    private final Map<String, String> answers = new LinkedHashMap<>();
    private final Map<String, String> restoredAnswers = new LinkedHashMap<>();
    private String metrics = "";
    private Issuer issuer;
    private Encrypted encrypted;
    private PostgresServer original;
    private PostgresServer restored;
    private List<Integer> migrations;

    @BeforeAll
    void fillDumpAndRestore() throws IOException, GeneralSecurityException {
        Manifests.assumeRendering();
        assumeTrue(PostgresServer.programs().isPresent(), "no packages of a PostgreSQL server are installed");
        issuer = new Issuer();
        original = PostgresServer.start(secrets.passwords());
        migrations = migrate(original);
        try (Pod statistics = start("statistics-service", original);
                Pod diplomacy = start("diplomacy-service", original)) {
            statistics.awaitReady();
            diplomacy.awaitReady();
            importOfficialFile(statistics);
            List.of(statistics, diplomacy).forEach(pod -> answers.putAll(Queries.answers(pod)));
            metrics = measured(statistics, diplomacy);
        }
        original.client(secrets.passwords(), BACKUP.resolve("dump").toString(), dump.toString());

        restored = PostgresServer.start(secrets.passwords());
        restored.client(secrets.passwords(), BACKUP.resolve("restore").toString(), dump.toString());
        migrations =
                Stream.concat(migrations.stream(), migrate(restored).stream()).toList();
        encrypted = Encrypted.start(
                secrets.values(),
                SERVICES.stream().collect(Collectors.toMap(service -> service, service -> where(service, restored))));
        encrypted.services().forEach(pod -> restoredAnswers.putAll(Queries.answers(pod)));
    }

    @AfterAll
    void stop() {
        if (encrypted != null) {
            encrypted.close();
        }
        Stream.of(original, restored).filter(Objects::nonNull).forEach(PostgresServer::close);
        if (issuer != null) {
            issuer.close();
        }
    }

    @Test
    void aMigrationEndsByItselfOnAnEmptyDatabaseAndOnARestoredOne() {
        assertThat(migrations).containsExactly(0, 0, 0, 0);
    }

    @Test
    void everySeriesOfAnAlertOrOfTheBoardIsMeasured() {
        assertThat(Alerts.series()).isNotEmpty().allSatisfy(name -> assertThat(metrics)
                .containsPattern("(?m)^" + name + "[{ ]"));
    }

    @Test
    void fiftyRecordedQueriesAreAnsweredAlikeAfterARestore() {
        assertThat(answers).hasSizeGreaterThanOrEqualTo(50);
        assertThat(answers)
                .allSatisfy((query, answer) -> assertThat(answer).as(query).startsWith("200 "));
        assertThat(restoredAnswers).isEqualTo(answers);
    }

    @Test
    void readsAndWritesPassBetweenAGatewayAndServicesThatShowEachOtherCertificates() {
        Pod gateway = encrypted.gateway();
        assertThat(gateway.get("/api/v1/agreements").statusCode()).isEqualTo(200);
        assertThat(gateway.get("/api/v1/briefing?on=2023-12-27").body()).contains("\"missing\":[]");
        HttpResponse<String> written =
                gateway.send("/api" + OfficialFile.PLACE, OfficialFile.revised(issuer.token("statistics-publisher")));
        assertThat(written.statusCode()).as(written.body()).isEqualTo(201);
        HttpResponse<String> topic = gateway.send(
                "/api/v1/topics",
                HttpRequest.newBuilder()
                        .header("Content-Type", "application/json")
                        .header("Authorization", "Bearer " + issuer.token("diplomacy-editor"))
                        .POST(BodyPublishers.ofString("{\"slug\":\"encryption\",\"title\":\"Encryption\"}")));
        assertThat(topic.statusCode()).as(topic.body()).isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody", "statistics-service", "diplomacy-service"})
    void whoShowsNoCertificateOfAClientIsNotHeard(String caller) throws Exception {
        for (Pod service : encrypted.services()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(service.address() + "/openapi"))
                    .build();
            HttpClient client = encrypted.clientOf(caller);
            assertThatThrownBy(() -> client.send(request, BodyHandlers.discarding()))
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void aServiceWithACertificateTakesNothingUnencrypted() {
        for (Pod service : encrypted.services()) {
            HttpRequest request = HttpRequest.newBuilder(
                            URI.create(service.address().replace("https", "http") + "/openapi"))
                    .build();
            assertThatThrownBy(() -> HttpClient.newHttpClient().send(request, BodyHandlers.discarding()))
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void nothingIsRestoredOverWhatIsThere() {
        Commands.Ended again =
                restored.tried(secrets.passwords(), BACKUP.resolve("restore").toString(), dump.toString());
        assertThat(again.code()).isNotZero();
        assertThat(again.output())
                .contains("The database statistics isn't empty: nothing is restored over what is there.");
    }

    @Test
    void aDamagedDumpIsNotRestored() throws IOException {
        Path damaged = Files.createTempDirectory("damaged");
        for (String file : List.of("statistics.dump", "diplomacy.dump", "sha256sums")) {
            Files.copy(dump.resolve(file), damaged.resolve(file));
        }
        Files.write(damaged.resolve("diplomacy.dump"), new byte[] {0}, StandardOpenOption.APPEND);
        Commands.Ended ended =
                restored.tried(secrets.passwords(), BACKUP.resolve("restore").toString(), damaged.toString());
        assertThat(ended.code()).isNotZero();
        assertThat(ended.output()).contains("diplomacy.dump: FAILED");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create table extra (id integer)",
                "create index extra on release (id)",
                "alter table release add column extra integer",
                "drop table release",
                "truncate release",
                "create function extra() returns integer language sql as 'select 1'",
                "delete from flyway_schema_history",
                "grant all on release to public"
            })
    void theRoleOfAServiceCannotChangeTheSchema(String statement) {
        Commands.Ended ended = asRole(original, "statistics", statement);
        // PostgreSQL answers a grant without the right to it with a warning, and grants nothing.
        assertThat(ended.output()).containsAnyOf("permission denied", "must be owner", "no privileges were granted");
        assertThat(asRole(original, "statistics", "select count(*) from release")
                        .code())
                .isZero();
    }

    @Test
    void oneServiceCannotOpenTheDatabaseOfTheOther() {
        Commands.Ended ended = original.tried(
                Map.of("PGPASSWORD", secrets.value("diplomacy-database/password")),
                "psql",
                "--username=diplomacy",
                "--command=select 1",
                "statistics");
        assertThat(ended.output()).contains("permission denied for database \"statistics\"");
    }

    private Commands.Ended asRole(PostgresServer server, String role, String statement) {
        return server.tried(
                Map.of("PGPASSWORD", secrets.value(role + "-database/password")),
                "psql",
                "--username=" + role,
                "--command=" + statement,
                role);
    }

    /** What the three services measure, once a read went through the gateway. */
    private String measured(Pod statistics, Pod diplomacy) {
        Map<String, String> upstreams = Map.of(
                "PUENTE_UPSTREAM_STATISTICS_URL", "http://127.0.0.1:" + statistics.port(),
                "PUENTE_UPSTREAM_DIPLOMACY_URL", "http://127.0.0.1:" + diplomacy.port(),
                "QUARKUS_OIDC_AUTH_SERVER_URL", issuer.address());
        try (Pod gateway =
                Pod.start("gateway", "service", secrets.values(), upstreams).awaitReady()) {
            assertThat(gateway.get("/api/v1/releases").statusCode()).isEqualTo(200);
            return Stream.of(statistics, diplomacy, gateway).map(Pod::metrics).collect(Collectors.joining());
        }
    }

    private List<Integer> migrate(PostgresServer server) {
        List<Pod> steps = SERVICES.stream()
                .map(service -> Pod.start(service, "migrate", secrets.values(), where(service, server)))
                .toList();
        List<Integer> codes = steps.stream().map(Pod::awaitEnd).toList();
        steps.forEach(Pod::close);
        return codes;
    }

    private Pod start(String service, PostgresServer server) {
        return Pod.start(service, "service", secrets.values(), where(service, server));
    }

    private Map<String, String> where(String service, PostgresServer server) {
        String database = service.replace("-service", "");
        return Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL",
                "jdbc:postgresql://127.0.0.1:" + server.port() + "/" + database,
                "QUARKUS_OIDC_AUTH_SERVER_URL",
                issuer.address());
    }

    private void importOfficialFile(Pod statistics) {
        HttpResponse<String> answer =
                statistics.send(OfficialFile.PLACE, OfficialFile.sent(issuer.token("statistics-publisher")));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }
}
