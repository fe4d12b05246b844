package org.puente.kit.audit;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Locale;
import javax.sql.DataSource;

/** Appends to the table {@code audit_record} of the service's own database; a service without one leaves it to the owners. */
@Singleton
class AuditTrail {

    private static final String INSERT = """
            insert into audit_record (request, phase, subject, address, method, target, status, result, trace_id)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private final Instance<DataSource> database;

    AuditTrail(Instance<DataSource> database) {
        this.database = database;
    }

    boolean isKept() {
        return database.isResolvable();
    }

    void append(AuditRecord entry) throws SQLException {
        try (Connection connection = database.get().getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setObject(1, entry.request());
            insert.setString(2, entry.phase().name().toLowerCase(Locale.ROOT));
            insert.setString(3, entry.subject());
            insert.setString(4, entry.address());
            insert.setString(5, entry.method());
            insert.setString(6, entry.target());
            insert.setObject(7, entry.status());
            insert.setString(8, entry.result());
            insert.setString(9, entry.traceId());
            insert.executeUpdate();
        }
    }
}
