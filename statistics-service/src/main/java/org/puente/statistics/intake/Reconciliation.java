package org.puente.statistics.intake;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.puente.statistics.dataset.Code;
import org.puente.statistics.dataset.Codes;
import org.puente.statistics.dataset.Dimension;
import org.puente.statistics.dataset.Measure;
import org.puente.statistics.release.Catalog;
import org.puente.statistics.release.DataCheck;
import org.puente.statistics.release.DataCheck.Finding;
import org.puente.statistics.release.Release;
import org.puente.statistics.release.ReleaseKind;
import org.puente.statistics.revision.CellDifferences;
import org.puente.statistics.revision.CellDifferences.Cell;

/** The files by area and by state count the same people, so they agree in every cell of the dimensions that they share. */
final class Reconciliation {

    static final String NAME = "area-against-state";

    private Reconciliation() {}

    /** @param months the months that both cover */
    static DataCheck between(
            Connection connection, ReleaseKind kind, int number, Release counterpart, Set<YearMonth> months)
            throws SQLException {
        if (months.isEmpty()) {
            return DataCheck.notApplicable(NAME, counterpart.id() + " covers none of the months");
        }
        List<Dimension> shared = new ArrayList<>(kind.dimensions());
        shared.retainAll(counterpart.kind().dimensions());
        CellDifferences.Found found = CellDifferences.find(
                connection,
                new CellDifferences.Question(
                        new CellDifferences.Side(counterpart.kind(), counterpart.number()),
                        new CellDifferences.Side(kind, number),
                        shared,
                        months,
                        Map.of()),
                List.of(),
                DataCheck.MOST_FINDINGS);
        Codes codes = Catalog.readCodes(connection).get(kind.dataset());
        return DataCheck.of(
                NAME,
                months.size() + " months compared in their shared dimensions; cells that differ: " + found.total(),
                counterpart.id(),
                found.total(),
                found.cells().stream().map(cell -> finding(cell, shared, codes)).toList());
    }

    private static Finding finding(Cell cell, List<Dimension> shared, Codes codes) {
        Map<String, String> key = new TreeMap<>();
        for (int at = 0; at < shared.size(); at++) {
            Code code = codes.of(shared.get(at)).get(cell.ordinals().get(at));
            key.put(shared.get(at).code(), code.code());
        }
        return new Finding(
                cell.month().toString(),
                key,
                Measure.ENCOUNTERS.code(),
                cell.after() == null ? null : cell.after().get(Measure.ENCOUNTERS),
                cell.before() == null ? null : cell.before().get(Measure.ENCOUNTERS));
    }
}
