package org.puente.statistics.audit;

import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.puente.identity.Forged;
import org.puente.identity.Tokens;

@QuarkusTest
class AuditTest {

    /** So that each test finds its own rows. */
    private final String name = UUID.randomUUID() + ".csv";

    @Inject
    DataSource database;

    private record Row(String phase, String subject, String address, String method, Integer status, String traceId) {}

    @Test
    void aWriteIsRecordedBeforeItIsTriedAndWithItsResult() throws Exception {
        int status = send(Tokens.as("ana", "statistics-publisher"));
        assertThat(status).isEqualTo(422);
        List<Row> rows = rows();
        assertThat(rows).extracting(Row::phase).containsExactly("begun", "ended");
        assertThat(rows).allSatisfy(row -> {
            assertThat(row.subject()).isEqualTo("ana");
            assertThat(row.address()).isEqualTo("127.0.0.1");
            assertThat(row.method()).isEqualTo("POST");
            assertThat(row.traceId()).matches("[0-9a-f]{32}");
        });
        assertThat(rows).extracting(Row::status).containsExactly(null, 422);
        assertThat(rows.get(0).traceId()).isEqualTo(rows.get(1).traceId());
    }

    @Test
    void aWriteThatLacksTheRoleIsRecordedWithWhoTried() {
        assertThat(send(Tokens.as("eve", "reader"))).isEqualTo(403);
        await().atMost(10, SECONDS).until(() -> rows().size() == 1);
        assertThat(rows()).first().satisfies(row -> assertThat(List.of(row.phase(), row.subject(), row.status()))
                .isEqualTo(List.of("refused", "eve", 403)));
    }

    @Test
    void aWriteOfNobodyIsRecordedWithoutASubject() {
        assertThat(send(null)).isEqualTo(401);
        await().atMost(10, SECONDS).until(() -> rows().size() == 1);
        assertThat(rows().get(0).subject()).isNull();
        assertThat(rows().get(0).status()).isEqualTo(401);
    }

    /** Anybody can send such a token; nothing that it says is known to be true. */
    @Test
    void aForgedTokenLeavesNoTraceOfItsClaims() {
        assertThat(send(Forged.ALTERED.token("admin"))).isEqualTo(401);
        assertThat(send(null)).isEqualTo(401);
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
    void noStatementChangesOrRemovesARecordOrAddsOneOfNobody(String statement) {
        send(Tokens.of("statistics-publisher"));
        int before = rows().size();
        assertThatThrownBy(() -> {
                    try (Connection connection = database.getConnection()) {
                        connection.createStatement().execute(statement);
                    }
                })
                .isInstanceOf(SQLException.class);
        assertThat(rows()).hasSize(before);
    }

    @Test
    void noOtherRoleOfTheDatabaseHoldsTheRightToTry() throws Exception {
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

    private int send(String token) {
        var request =
                given().contentType("text/csv").queryParam("fileName", name).body("no such header");
        return (token == null ? request : request.auth().oauth2(token))
                .post("/v1/releases")
                .statusCode();
    }

    private List<Row> rows() {
        try (Connection connection = database.getConnection();
                PreparedStatement query =
                        connection.prepareStatement("select phase, subject, address, method, status, trace_id"
                                + " from audit_record where target like '%' || ? order by id")) {
            query.setString(1, name);
            List<Row> rows = new ArrayList<>();
            try (ResultSet found = query.executeQuery()) {
                while (found.next()) {
                    rows.add(new Row(
                            found.getString(1),
                            found.getString(2),
                            found.getString(3),
                            found.getString(4),
                            found.getObject(5) == null ? null : found.getInt(5),
                            found.getString(6)));
                }
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
