package org.puente.statistics.change;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.YearMonth;
import java.util.List;
import org.puente.statistics.dataset.Dataset;

/** The regimes that are known, from the reference data. */
@ApplicationScoped
class Regimes {

    private static final String DATA = "/reference/regimes.json";

    private final List<Regime> all;

    Regimes(ObjectMapper json) {
        try (InputStream data = Regimes.class.getResourceAsStream(DATA)) {
            all = json.readValue(data, new TypeReference<List<Regime>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(DATA + " can't be read", e);
        }
    }

    /** Those of the dataset that begin or end between these months, both included. */
    List<Regime> changingWithin(Dataset dataset, YearMonth first, YearMonth last) {
        return all.stream()
                .filter(regime -> regime.dataset().equals(dataset.code()) && regime.changesWithin(first, last))
                .toList();
    }
}
