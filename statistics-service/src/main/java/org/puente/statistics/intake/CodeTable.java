package org.puente.statistics.intake;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.puente.statistics.cbp.KnownCode;
import org.puente.statistics.dataset.Code;
import org.puente.statistics.dataset.Codes;
import org.puente.statistics.dataset.Dataset;
import org.puente.statistics.dataset.Dimension;

/** Adds to the table of codes. Callers hold the lock of the intake, as ordinals follow each other without a gap. */
final class CodeTable {

    private CodeTable() {}

    static void add(Connection connection, Dataset dataset, Map<Dimension, List<Code>> codes) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into code (dataset, dimension, ordinal, code, label, official) values (?, ?, ?, ?, ?, ?)")) {
            for (Map.Entry<Dimension, List<Code>> entry : codes.entrySet()) {
                for (Code code : entry.getValue()) {
                    insert.setString(1, dataset.name());
                    insert.setString(2, entry.getKey().name());
                    insert.setInt(3, code.ordinal());
                    insert.setString(4, code.code());
                    insert.setString(5, code.label());
                    insert.setString(6, code.official());
                    insert.addBatch();
                }
            }
            insert.executeBatch();
        }
    }

    /** Adds those that ship with the service and aren't there yet. */
    static void addKnown(Connection connection, Map<Dataset, Codes> present) throws SQLException {
        for (Dataset dataset : Dataset.values()) {
            Codes codes = present.get(dataset);
            Map<Dimension, List<Code>> absent = new EnumMap<>(Dimension.class);
            for (KnownCode known : KnownCode.all()) {
                Dimension dimension = known.dimension();
                if (known.dataset() == dataset
                        && codes.find(dimension, known.code()).isEmpty()) {
                    List<Code> list = absent.computeIfAbsent(dimension, key -> new ArrayList<>());
                    int ordinal = codes.of(dimension).size() + list.size();
                    list.add(new Code(ordinal, known.code(), known.label(), known.official()));
                }
            }
            add(connection, dataset, absent);
        }
    }
}
