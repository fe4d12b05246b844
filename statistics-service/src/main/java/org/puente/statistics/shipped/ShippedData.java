package org.puente.statistics.shipped;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;

/**
 * Remembers in the database which state of the shipped data it has taken in. A service is waited for when it starts, and
 * mostly nothing has changed: one look shows it.
 */
@ApplicationScoped
public class ShippedData {

    /** A part of the data, and the resources it consists of. */
    public record Part(String name, List<String> resources) {

        public Part(String name, String... resources) {
            this(name, List.of(resources));
        }

        private String sha256() {
            try {
                MessageDigest digest = MessageDigest.getInstance("SHA-256");
                for (String resource : resources) {
                    try (InputStream in =
                            Objects.requireNonNull(ShippedData.class.getResourceAsStream(resource), resource)) {
                        digest.update(in.readAllBytes());
                    }
                }
                return HexFormat.of().formatHex(digest.digest());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private final DataSource dataSource;

    ShippedData(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Whether the database took in this part last as it is now. */
    public boolean isStored(Part part) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("select 1 from shipped_data where name = ? and sha256 = ?")) {
            select.setString(1, part.name());
            select.setString(2, part.sha256());
            try (ResultSet rows = select.executeQuery()) {
                return rows.next();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Notes, in the transaction of the caller, that the database has taken in this part. */
    public void stored(Part part) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert =
                        connection.prepareStatement("insert into shipped_data (name, sha256) values (?, ?)"
                                + " on conflict (name) do update set sha256 = excluded.sha256, stored_at = now()")) {
            insert.setString(1, part.name());
            insert.setString(2, part.sha256());
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
