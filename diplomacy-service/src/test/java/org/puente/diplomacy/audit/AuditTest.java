package org.puente.diplomacy.audit;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static org.puente.diplomacy.testsupport.Api.anyone;
import static org.puente.diplomacy.testsupport.Api.as;
import static org.puente.diplomacy.testsupport.Api.create;
import static org.puente.diplomacy.testsupport.Api.publish;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.puente.diplomacy.testsupport.DiplomacyTest;
import org.puente.diplomacy.testsupport.Tokens;
import org.puente.identity.Forged;

@DiplomacyTest
class AuditTest {

    /** So that each test finds its own rows. */
    private final String slug = "audited-" + UUID.randomUUID();

    private final String address = "/v1/events/" + slug;

    @Inject
    DataSource database;

    private record Row(
            UUID request,
            String phase,
            String subject,
            String from,
            String method,
            String target,
            Integer status,
            String result,
            String trace,
            Instant at) {}

    private Map<String, Object> event(String date) {
        return Map.of("slug", slug, "title", "A record is kept", "date", date, "sources", List.of("public-record"));
    }

    @Test
    void everyStepOfTheEditorialWayIsRecordedBeforeItIsTakenAndWithItsResult() {
        Instant started = Instant.now();
        create("events", "ana", event("2790-05-06")).then().statusCode(201);
        publish(address, "rosa");
        List<Row> rows = rows();
        assertThat(rows)
                .filteredOn(row -> row.phase().equals("ended"))
                .extracting(Row::subject, Row::method, Row::target, Row::status)
                .containsExactly(
                        tuple("ana", "POST", "/v1/events", 201),
                        tuple("rosa", "POST", address + "/review", 200),
                        tuple("rosa", "POST", address + "/publish", 200));
        assertThat(rows).filteredOn(row -> row.result() != null).hasSize(1).allSatisfy(row -> assertThat(row.result())
                .endsWith(address));
        assertThat(rows).allSatisfy(row -> {
            assertThat(row.from()).isEqualTo("127.0.0.1");
            assertThat(row.trace()).matches("[0-9a-f]{32}");
            assertThat(row.at())
                    .isBetween(started.minusSeconds(1), Instant.now().plusSeconds(1));
        });
        for (Row ended :
                rows.stream().filter(row -> row.phase().equals("ended")).toList()) {
            assertThat(rowsOf(ended.request())).extracting(Row::phase).containsExactly("begun", "ended");
            assertThat(rowsOf(ended.request())).extracting(Row::trace).containsOnly(ended.trace());
            assertThat(rowsOf(ended.request())).extracting(Row::status).containsExactly(null, ended.status());
        }
    }

    @Test
    void aWriteThatTheLedgerRefusesIsRecordedWithItsStatus() {
        create("events", "ana", event("2790-05-06"));
        as(Tokens.editor("ben"))
                .contentType(ContentType.JSON)
                .header("If-Match", "\"7-ab\"")
                .body(event("2791-05-06"))
                .put(address)
                .then()
                .statusCode(412);
        assertThat(rows())
                .filteredOn(row -> row.method().equals("PUT"))
                .extracting(Row::phase, Row::subject, Row::status)
                .containsExactly(tuple("begun", "ben", null), tuple("ended", "ben", 412));
    }

    @Test
    void aWriteThatLacksTheRoleIsRecordedWithWhoTried() {
        as(Tokens.token("eve", "reader")).post(address + "/publish").then().statusCode(403);
        await().atMost(10, SECONDS).until(() -> rows().size() == 1);
        assertThat(rows())
                .extracting(Row::phase, Row::subject, Row::status)
                .containsExactly(tuple("refused", "eve", 403));
    }

    @Test
    void aWriteOfNobodyIsRecordedWithoutASubject() {
        anyone().post(address + "/publish").then().statusCode(401);
        await().atMost(10, SECONDS).until(() -> rows().size() == 1);
        assertThat(rows())
                .extracting(Row::phase, Row::subject, Row::status)
                .containsExactly(tuple("refused", null, 401));
    }

    /** Anybody can send such a token; nothing that it says is known to be true. */
    @Test
    void aForgedTokenLeavesNoTraceOfItsClaims() {
        as(Forged.ALTERED.token("admin")).post(address + "/publish").then().statusCode(401);
        anyone().post(address + "/publish").then().statusCode(401);
        await().atMost(10, SECONDS).until(() -> !rows().isEmpty());
        assertThat(rows()).noneMatch(row -> "mallory".equals(row.subject()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_record set subject = 'nobody'",
                "delete from audit_record",
                "truncate audit_record",
                "insert into audit_record (request, phase, subject, address, method, target) values"
                        + " (gen_random_uuid(), 'begun', null, '127.0.0.1', 'POST', '/')"
            })
    void noStatementOfTheServiceChangesOrRemovesARecordOrAddsOneOfNobody(String statement) {
        create("events", "ana", event("2790-05-06"));
        List<Row> before = rows();
        assertThatThrownBy(() -> {
                    try (Connection connection = database.getConnection()) {
                        connection.createStatement().execute(statement);
                    }
                })
                .isInstanceOf(SQLException.class);
        assertThat(rows()).isEqualTo(before).hasSize(2);
    }

    @Test
    void noRoleOfTheDatabaseHoldsTheRightToTry() throws SQLException {
        try (Connection connection = database.getConnection();
                ResultSet rights = connection
                        .createStatement()
                        .executeQuery("select count(*) from pg_class c, aclexplode(c.relacl) a"
                                + " where c.oid = 'audit_record'::regclass"
                                + " and a.privilege_type in ('UPDATE', 'DELETE', 'TRUNCATE')")) {
            rights.next();
            assertThat(rights.getInt(1)).isZero();
        }
    }

    @Test
    void noOperationOfTheApiReachesTheRecords() {
        JsonPath document = anyone().accept(ContentType.JSON).get("/openapi").jsonPath();
        Map<String, Object> paths = document.getMap("paths");
        assertThat(paths.keySet()).isNotEmpty().noneMatch(path -> path.contains("audit"));
    }

    private List<Row> rows() {
        return query(
                "request in (select request from audit_record where target like ? || '/%' or target = ? or result like"
                        + " '%' || ?)",
                address, address, address);
    }

    private List<Row> rowsOf(UUID request) {
        return query("request = ?", request);
    }

    private List<Row> query(String condition, Object... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(
                        "select request, phase, subject, address, method, target, status, result, trace_id, at"
                                + " from audit_record where " + condition + " order by id")) {
            for (int i = 0; i < values.length; i++) {
                query.setObject(i + 1, values[i]);
            }
            List<Row> rows = new ArrayList<>();
            try (ResultSet found = query.executeQuery()) {
                while (found.next()) {
                    rows.add(row(found));
                }
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Row row(ResultSet found) throws SQLException {
        return new Row(
                found.getObject("request", UUID.class),
                found.getString("phase"),
                found.getString("subject"),
                found.getString("address"),
                found.getString("method"),
                found.getString("target"),
                found.getObject("status") == null ? null : found.getInt("status"),
                found.getString("result"),
                found.getString("trace_id"),
                found.getObject("at", OffsetDateTime.class).toInstant());
    }
}
