package org.puente.statistics.series;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.puente.statistics.release.Release;

/**
 * From where the figures are seen.
 *
 * @param asOf     only what was published by the end of that day counts; empty: everything
 * @param releases ids of the only releases that count, withdrawn ones included; empty: all that are not withdrawn
 */
public record Vantage(Optional<LocalDate> asOf, Vintage vintage, List<String> releases) {

    /** What is known now. */
    public static final Vantage NOW = new Vantage(Optional.empty(), Vintage.LATEST, List.of());

    public Vantage {
        releases = List.copyOf(releases);
    }

    /** What was known at the end of that day. */
    public static Vantage asOf(LocalDate day) {
        return new Vantage(Optional.of(day), Vintage.LATEST, List.of());
    }

    boolean sees(Release release) {
        boolean eligible = releases.isEmpty() ? release.withdrawal().isEmpty() : releases.contains(release.id());
        return eligible && asOf.map(release::knownOn).orElse(true);
    }
}
