package org.puente.statistics.figure.scope;

import static org.puente.statistics.dataset.Dimension.AUTHORITY;
import static org.puente.statistics.dataset.Dimension.CITIZENSHIP;
import static org.puente.statistics.dataset.Dimension.COMPONENT;
import static org.puente.statistics.dataset.Dimension.DEMOGRAPHIC;
import static org.puente.statistics.dataset.Dimension.DRUG;
import static org.puente.statistics.dataset.Dimension.REGION;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.puente.kit.problem.Refusal;
import org.puente.statistics.dataset.Dataset;
import org.puente.statistics.dataset.Dimension;
import org.puente.statistics.dataset.Measure;
import org.puente.statistics.release.Catalog;
import org.puente.statistics.release.Release;
import org.puente.statistics.series.Monthly;
import org.puente.statistics.series.SeriesEngine;
import org.puente.statistics.series.Slice;
import org.puente.statistics.series.Vantage;

/** The scope cubes of the views that were searched lately. */
@ApplicationScoped
class ScopeCubes {

    private static final int KEPT = 4;
    private static final Map<Dataset, List<List<Dimension>>> DIMENSIONS = Map.of(
            Dataset.ENCOUNTERS,
            List.of(List.of(REGION, COMPONENT, DEMOGRAPHIC, CITIZENSHIP, AUTHORITY), List.of(REGION, COMPONENT)),
            Dataset.DRUG_SEIZURES,
            List.of(List.of(REGION, COMPONENT, DRUG)));

    private record Key(Measure measure, List<Integer> releases) {}

    private final SeriesEngine engine;
    private final Catalog catalog;
    private final Map<Key, ScopeCube> cubes = new ConcurrentHashMap<>();

    ScopeCubes(SeriesEngine engine, Catalog catalog) {
        this.engine = engine;
        this.catalog = catalog;
    }

    /** @throws Refusal as unprocessable if no release that was known by then can be searched */
    ScopeCube get(Dataset dataset, Measure measure, Optional<LocalDate> asOf) {
        Catalog.Snapshot snapshot = catalog.snapshot();
        Key key = new Key(
                measure,
                snapshot.releases().stream()
                        .filter(release -> release.kind().dataset() == dataset
                                && release.withdrawal().isEmpty()
                                && asOf.map(release::knownOn).orElse(true))
                        .map(Release::number)
                        .toList());
        ScopeCube known = cubes.get(key);
        if (known != null) {
            return known;
        }
        if (cubes.size() >= KEPT) {
            cubes.clear();
        }
        ScopeCube cube = build(dataset, measure, asOf);
        cubes.put(key, cube);
        return cube;
    }

    /** With as many dimensions as a release resolves. */
    private ScopeCube build(Dataset dataset, Measure measure, Optional<LocalDate> asOf) {
        Vantage vantage = asOf.map(Vantage::asOf).orElse(Vantage.NOW);
        Slice everything = new Slice(dataset, measure, Map.of());
        Refusal refusal = null;
        for (List<Dimension> dimensions : DIMENSIONS.get(dataset)) {
            try {
                Monthly monthly = engine.monthly(everything, dimensions, vantage);
                // Codes are only ever added, so those read after the figures name all that the figures have.
                return new ScopeCube(monthly, catalog.snapshot().codes().get(dataset));
            } catch (Refusal e) {
                if (e.kind() != Refusal.Kind.UNPROCESSABLE) {
                    throw e;
                }
                refusal = e;
            }
        }
        throw refusal;
    }
}
