package org.puente.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.puente.identity.Tokens;

/** A write as a frontend sends it, through the gateway. */
@ExtendWith(RunningStack.class)
class WriteIT {

    private static final String FIGURE = """
            {"slug": "written-through-the-gateway", "figure": {
              "statement": "36,000 in January 2020",
              "claim": {"metric": "encounters", "filters": {"region": "southwest"},
                        "period": {"from": "2020-01", "to": "2020-01"},
                        "comparator": "exactly", "value": 36000, "unit": "encounters", "saidOn": "2025-02-01"},
              "speaker": "Someone", "source": {"title": "A speech", "url": "https://example.org/speech"}}}
            """;

    @Test
    void withoutATokenItIsChallenged(Stack stack) throws Exception {
        HttpResponse<String> answer = write(stack.part("gateway").address() + "/api", null);
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer");
        assertThat(answer.body()).contains("\"detail\":\"This needs a valid bearer token\"");
    }

    @Test
    void withATokenOfAReaderItIsForbidden(Stack stack) throws Exception {
        HttpResponse<String> answer = write(stack.part("gateway").address() + "/api", Tokens.of("reader"));
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("its roles don't allow this");
    }

    @Test
    void aroundTheGatewayItNeedsTheSame(Stack stack) throws Exception {
        String service = stack.part("statistics-service").address();
        assertThat(write(service, null).statusCode()).isEqualTo(401);
        assertThat(write(service, Tokens.of("diplomacy-editor")).statusCode()).isEqualTo(403);
    }

    @Test
    void withTheRightRoleItSucceedsAndLeavesARecordThatNobodyCanChange(Stack stack) throws Exception {
        HttpResponse<String> answer =
                write(stack.part("gateway").address() + "/api", Tokens.as("ana", "figures-editor"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);

        try (Connection connection = statistics(stack)) {
            assertThat(records(connection, "ana"))
                    .containsExactly(
                            "begun POST /v1/figures null null from 127.0.0.1",
                            "ended POST /v1/figures 201 /v1/figures/written-through-the-gateway from 127.0.0.1");
            for (String change : List.of("update audit_record set subject = 'eve'", "delete from audit_record")) {
                assertThatThrownBy(() -> connection.createStatement().execute(change))
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("permission denied for table audit_record");
            }
            assertThat(records(connection, "ana")).hasSize(2);
        }
    }

    private static HttpResponse<String> write(String address, String token) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + "/v1/figures"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(FIGURE));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return Documented.HTTP.send(request.build(), BodyHandlers.ofString());
    }

    private static Connection statistics(Stack stack) throws SQLException {
        Database database = (Database) stack.part("database");
        return DriverManager.getConnection(
                database.jdbcUrl("statistics"), "statistics", database.password("statistics"));
    }

    private static List<String> records(Connection connection, String subject) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "select phase, method, target, status, regexp_replace(result, '^https?://[^/]+', ''), address"
                        + " from audit_record where subject = ? order by id")) {
            query.setString(1, subject);
            List<String> records = new ArrayList<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    records.add("%s %s %s %s %s from %s"
                            .formatted(
                                    rows.getString(1),
                                    rows.getString(2),
                                    rows.getString(3),
                                    rows.getString(4),
                                    rows.getString(5),
                                    rows.getString(6)));
                }
            }
            return records;
        }
    }
}
