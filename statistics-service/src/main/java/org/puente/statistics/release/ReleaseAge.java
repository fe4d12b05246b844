package org.puente.statistics.release;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.ZoneOffset;
import org.puente.statistics.dataset.Dataset;

/** Lets an operator see when the newest figures of a dataset came out, so that a missed file is noticed. */
@ApplicationScoped
class ReleaseAge {

    private final Catalog catalog;

    ReleaseAge(Catalog catalog) {
        this.catalog = catalog;
    }

    void measure(@Observes StartupEvent event, MeterRegistry registry) {
        for (Dataset dataset : Dataset.values()) {
            Gauge.builder("puente.newest.release.timestamp", () -> newest(dataset))
                    .description("When the newest standing release was published, in seconds since 1970")
                    .baseUnit("seconds")
                    .tag("dataset", dataset.code())
                    .register(registry);
        }
    }

    /** Not a number where there is no release. */
    private double newest(Dataset dataset) {
        return catalog.snapshot().releases().stream()
                .filter(release -> release.kind().dataset() == dataset
                        && release.withdrawal().isEmpty())
                .mapToDouble(release -> release.publishedOn()
                        .first()
                        .atStartOfDay(ZoneOffset.UTC)
                        .toEpochSecond())
                .max()
                .orElse(Double.NaN);
    }
}
