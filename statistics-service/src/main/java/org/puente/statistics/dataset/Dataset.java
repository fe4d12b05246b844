package org.puente.statistics.dataset;

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

/** A family of official figures that share dimensions and measures. */
public enum Dataset {
    ENCOUNTERS(
            "encounters",
            List.of(REGION, COMPONENT, AREA, STATE, DEMOGRAPHIC, CITIZENSHIP, AUTHORITY, TYPE),
            List.of(Measure.ENCOUNTERS)),
    DRUG_SEIZURES(
            "drug-seizures", List.of(REGION, COMPONENT, LAND, AREA, DRUG), List.of(Measure.WEIGHT, Measure.EVENTS));

    private final String code;
    private final List<Dimension> dimensions;
    private final List<Measure> measures;

    Dataset(String code, List<Dimension> dimensions, List<Measure> measures) {
        this.code = code;
        this.dimensions = dimensions;
        this.measures = measures;
    }

    public String code() {
        return code;
    }

    public List<Dimension> dimensions() {
        return dimensions;
    }

    /** The first one is what a query means that names none. */
    public List<Measure> measures() {
        return measures;
    }
}
