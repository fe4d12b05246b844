package org.puente.statistics.release;

import static org.puente.statistics.dataset.Dimension.AREA;
import static org.puente.statistics.dataset.Dimension.AUTHORITY;
import static org.puente.statistics.dataset.Dimension.CITIZENSHIP;
import static org.puente.statistics.dataset.Dimension.COMPONENT;
import static org.puente.statistics.dataset.Dimension.DEMOGRAPHIC;
import static org.puente.statistics.dataset.Dimension.DRUG;
import static org.puente.statistics.dataset.Dimension.LAND;
import static org.puente.statistics.dataset.Dimension.REGION;
import static org.puente.statistics.dataset.Dimension.STATE;
import static org.puente.statistics.dataset.Dimension.TYPE;

import java.util.List;
import java.util.Locale;
import org.puente.statistics.dataset.Dataset;
import org.puente.statistics.dataset.Dimension;

/**
 * What a release holds and by which dimensions it can be sliced. Of two kinds published on the same day the one declared
 * first serves a query that both resolve.
 */
public enum ReleaseKind {
    ENCOUNTERS_BY_AREA(
            Dataset.ENCOUNTERS,
            "encounter_by_area",
            List.of(REGION, COMPONENT, AREA, DEMOGRAPHIC, CITIZENSHIP, AUTHORITY, TYPE)),
    ENCOUNTERS_BY_STATE(
            Dataset.ENCOUNTERS, "encounter_by_state", List.of(REGION, STATE, DEMOGRAPHIC, CITIZENSHIP, AUTHORITY)),
    ENCOUNTERS_MONTHLY_TOTALS(Dataset.ENCOUNTERS, "encounter_total", List.of(REGION, COMPONENT)),
    ENCOUNTERS_FIRST_PRINTS(Dataset.ENCOUNTERS, "encounter_total", List.of(REGION)),
    DRUG_SEIZURES(Dataset.DRUG_SEIZURES, "drug_seizure", List.of(REGION, COMPONENT, LAND, AREA, DRUG));

    private final String code = name().toLowerCase(Locale.ROOT).replace('_', '-');
    private final Dataset dataset;
    private final String table;
    private final List<Dimension> dimensions;

    ReleaseKind(Dataset dataset, String table, List<Dimension> dimensions) {
        this.dataset = dataset;
        this.table = table;
        this.dimensions = dimensions;
    }

    public String code() {
        return code;
    }

    public Dataset dataset() {
        return dataset;
    }

    /** The table that holds the cells: release_no, month, one column a dimension, one a measure. */
    public String table() {
        return table;
    }

    public List<Dimension> dimensions() {
        return dimensions;
    }
}
