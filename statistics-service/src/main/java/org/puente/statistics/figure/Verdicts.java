package org.puente.statistics.figure;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.puente.kit.problem.Refusal;
import org.puente.statistics.figure.check.Checker;
import org.puente.statistics.figure.check.Verdict;
import org.puente.statistics.release.Catalog;
import org.puente.statistics.release.Release;

/** The verdicts of the versions that lists show, kept until a release arrives or is withdrawn. */
@ApplicationScoped
class Verdicts {

    /** Verdicts that belong to the same releases. */
    private record Kept(List<Integer> releases, Map<List<Object>, Verdict> verdicts) {}

    private final Checker checker;
    private final Catalog catalog;
    private volatile Kept kept = new Kept(List.of(), Map.of());

    Verdicts(Checker checker, Catalog catalog) {
        this.checker = checker;
        this.catalog = catalog;
    }

    Verdict of(FigureVersion version) {
        List<Integer> releases = catalog.snapshot().releases().stream()
                .filter(release -> release.withdrawal().isEmpty())
                .map(Release::number)
                .toList();
        Kept current = kept;
        if (!current.releases().equals(releases)) {
            current = new Kept(releases, new ConcurrentHashMap<>());
            kept = current;
        }
        return current.verdicts()
                .computeIfAbsent(List.of(version.figure().id(), version.number()), key -> verdict(version));
    }

    /** A figure whose filters name a code that no file has brought yet can't be reproduced yet. */
    private Verdict verdict(FigureVersion version) {
        try {
            return checker.check(version.content().claim()).verdict();
        } catch (Refusal refusal) {
            if (refusal.kind() == Refusal.Kind.INVALID) {
                return Verdict.NOT_REPRODUCIBLE;
            }
            throw refusal;
        }
    }
}
