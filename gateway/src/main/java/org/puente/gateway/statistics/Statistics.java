package org.puente.gateway.statistics;

import java.util.List;
import org.puente.gateway.upstream.Endpoint;

/** The reads of the statistics service that joins are made of. */
public final class Statistics {

    private static final String NAME = "statistics";

    public static final Endpoint<Series> ENCOUNTERS = Endpoint.of(
            NAME,
            "/v1/encounters/series",
            Series.class,
            "region",
            "component",
            "demographic",
            "citizenship",
            "authority",
            "type",
            "area",
            "state",
            "groupBy",
            "from",
            "to",
            "fiscalYear",
            "freq",
            "transform",
            "asOf",
            "top",
            "limit");

    public static final Endpoint<Series> DRUG_SEIZURES = Endpoint.of(
            NAME,
            "/v1/drug-seizures/series",
            Series.class,
            "region",
            "component",
            "land",
            "area",
            "drug",
            "measure",
            "from",
            "to",
            "freq",
            "transform",
            "asOf");

    public static final Endpoint<Change> CHANGE = Endpoint.of(
            NAME,
            "/v1/encounters/change",
            Change.class,
            "event",
            "region",
            "citizenship",
            "contrast",
            "window",
            "asOf");

    public static final Endpoint<Figure.Figures> FIGURES = Endpoint.of(
            NAME, "/v1/figures", Figure.Figures.class, "speaker", "from", "to", "metric", "verdict", "limit", "cursor");

    /** Several checks at once; {@code figure} takes slugs with commas. */
    public static final Endpoint<FigureCheck.Checks> FIGURE_CHECKS =
            Endpoint.of(NAME, "/v1/figures/checks", FigureCheck.Checks.class, "figure");

    /** Several changes at once; {@code change} stands there once for each, with the query of {@link #CHANGE}. */
    public static final Endpoint<Change.Changes> CHANGES =
            Endpoint.of(NAME, "/v1/encounters/changes", Change.Changes.class, "change");

    private Statistics() {}

    /** Every read, for the contract test. */
    public static List<Endpoint<?>> all() {
        return List.of(ENCOUNTERS, DRUG_SEIZURES, CHANGE, CHANGES, FIGURES, FIGURE_CHECKS);
    }
}
