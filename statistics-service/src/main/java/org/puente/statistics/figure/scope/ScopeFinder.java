package org.puente.statistics.figure.scope;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.puente.kit.problem.Refusal;
import org.puente.statistics.dataset.Measure;

/**
 * Tries every slice that names at most one code a dimension, over every span of up to twelve months, and keeps those whose
 * value is nearest to a number and simplest to say.
 */
@ApplicationScoped
public class ScopeFinder {

    private static final int MOST_MATCHES = 5;
    private static final int MOST_FILTERS = 2;

    private final ScopeCubes cubes;

    ScopeFinder(ScopeCubes cubes) {
        this.cubes = cubes;
    }

    /**
     * The slices of at most two filters whose total over exactly these months is this number; the simplest first.
     *
     * @return empty also where no release can be searched
     */
    public List<ScopeMatch> exactTotals(BigDecimal value, Measure measure, YearMonth from, YearMonth to) {
        ScopeQuery query = new ScopeQuery(
                value, measure, ScopeUnit.TOTAL, Optional.of(from), Optional.of(to), Optional.empty(), MOST_MATCHES);
        try {
            return find(query).stream()
                    .filter(match -> match.closeness() == Closeness.EXACT
                            && match.from().equals(from)
                            && match.to().equals(to)
                            && match.filters().size() <= MOST_FILTERS)
                    .toList();
        } catch (Refusal e) {
            if (e.kind() == Refusal.Kind.UNPROCESSABLE) {
                return List.of();
            }
            throw e;
        }
    }

    /** Best first. @throws Refusal as unprocessable if no release can be searched */
    List<ScopeMatch> find(ScopeQuery query) {
        ScopeCube cube = cubes.get(query.dataset(), query.measure(), query.asOf());
        return new ScopeSearch(cube, query)
                .run().stream().map(candidate -> candidate.match(cube, query)).toList();
    }
}
