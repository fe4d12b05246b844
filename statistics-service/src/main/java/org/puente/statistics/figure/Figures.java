package org.puente.statistics.figure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.puente.kit.conditional.IfMatch;
import org.puente.kit.page.Cursor;
import org.puente.kit.page.Page;
import org.puente.kit.problem.Refusal;
import org.puente.statistics.figure.FigureVersion.Origin;
import org.puente.statistics.figure.check.Checker;
import org.puente.statistics.figure.check.Claim;

/** The ledger: what it holds and how it changes. */
@ApplicationScoped
class Figures {

    private final Verdicts verdicts;
    private final Checker checker;

    Figures(Verdicts verdicts, Checker checker) {
        this.verdicts = verdicts;
        this.checker = checker;
    }

    /** In order of the day they were said. @param cursor of the page before, null for the first page */
    @Transactional
    Page<FigureAnswer> page(FigureFilter filter, int limit, String cursor) {
        FigureFilter.After after = cursor == null ? null : after(cursor);
        return filter.verdict() == null ? paged(filter, limit, after) : judged(filter, limit, after);
    }

    private Page<FigureAnswer> paged(FigureFilter filter, int limit, FigureFilter.After after) {
        return page(filter.find(after, limit + 1), limit, filter.count());
    }

    /** A verdict stands in no column, so that all figures that fit otherwise have to be checked. */
    private Page<FigureAnswer> judged(FigureFilter filter, int limit, FigureFilter.After after) {
        List<FigureVersion> fitting = filter.find(null, Integer.MAX_VALUE).stream()
                .filter(version -> verdicts.of(version) == filter.verdict())
                .toList();
        List<FigureVersion> rest = fitting.stream()
                .filter(version -> after == null || comesAfter(version, after))
                .limit(limit + 1L)
                .toList();
        return page(rest, limit, fitting.size());
    }

    private Page<FigureAnswer> page(List<FigureVersion> found, int limit, long total) {
        List<FigureVersion> shown = found.subList(0, Math.min(limit, found.size()));
        FigureVersion last = shown.isEmpty() ? null : shown.get(shown.size() - 1);
        return new Page<>(
                shown.stream()
                        .map(version -> FigureAnswer.of(version, verdicts.of(version)))
                        .toList(),
                total,
                found.size() > limit ? Cursor.of(last.saidOn(), last.figure().slug()) : null);
    }

    private static boolean comesAfter(FigureVersion version, FigureFilter.After after) {
        int order = version.saidOn().compareTo(after.saidOn());
        return order > 0 || order == 0 && version.figure().slug().compareTo(after.slug()) > 0;
    }

    private static FigureFilter.After after(String cursor) {
        List<String> keys = Cursor.keys(cursor, 2);
        try {
            return new FigureFilter.After(LocalDate.parse(keys.get(0)), keys.get(1));
        } catch (DateTimeException e) {
            throw Cursor.unreadable();
        }
    }

    /** @throws Refusal as unknown */
    @Transactional
    FigureAnswer get(String slug) {
        return FigureAnswer.of(figure(slug).current(), null);
    }

    /** What is claimed now by those of these figures that there are, by slug. */
    @Transactional
    Map<String, Claim> claims(List<String> slugs) {
        return FigureVersion.<FigureVersion>find(
                        "select v from FigureVersion v join fetch v.figure f where v.number = f.version and f.slug in ?1",
                        slugs)
                .stream()
                .collect(Collectors.toMap(version -> version.figure().slug(), version -> version.content()
                        .claim()));
    }

    /** The newest first. @throws Refusal as unknown */
    @Transactional
    List<FigureAnswer> history(String slug) {
        return figure(slug).history().stream()
                .map(version -> FigureAnswer.of(version, null))
                .toList();
    }

    /** @throws Refusal as a conflict where the slug is in use */
    @Transactional
    FigureAnswer create(String slug, FigureContent content) {
        validate(content);
        if (ReportedFigure.bySlug(slug).isPresent()) {
            throw new Refusal(Refusal.Kind.CONFLICT, "There is a figure '" + slug + "' already");
        }
        return FigureAnswer.of(store(new ReportedFigure(slug, null), content, Origin.EDITOR, null), null);
    }

    /**
     * Adds a version that holds from now on.
     *
     * @param known what the client knows the figure as
     * @throws Refusal as stale where the figure was changed since
     */
    @Transactional
    FigureAnswer change(String slug, FigureContent content, String reason, IfMatch known) {
        validate(content);
        ReportedFigure figure = ReportedFigure.bySlugForChange(slug).orElseThrow(() -> Refusal.unknown("figure", slug));
        known.demand(
                FigureAnswer.tag(slug, figure.version()).getValue()::equals,
                "The figure '" + slug + "' was changed since; its version is now " + figure.version());
        return FigureAnswer.of(store(figure, content, Origin.EDITOR, reason), null);
    }

    /**
     * Makes the ledger say what the reference data say: a new figure, a new version of one that the reference data changed,
     * or nothing. What an editor wrote stays.
     */
    @Transactional
    void load(String slug, String reference, FigureContent content) {
        ReportedFigure known = ReportedFigure.byReference(reference).orElse(null);
        if (known == null) {
            store(new ReportedFigure(slug, reference), content, Origin.REFERENCE, null);
        } else if (known.current().by(Origin.REFERENCE)
                && !Objects.equals(known.current().content(), content)) {
            store(known, content, Origin.REFERENCE, "The reference data changed");
        }
    }

    private void validate(FigureContent content) {
        content.validate();
        checker.validate(content.claim());
    }

    private FigureVersion store(ReportedFigure figure, FigureContent content, Origin origin, String reason) {
        figure.next();
        figure.persist();
        FigureVersion version = new FigureVersion(figure, content, origin, reason, now());
        version.persist();
        return version;
    }

    /** As precisely as the database keeps it. */
    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }

    private static ReportedFigure figure(String slug) {
        return ReportedFigure.bySlug(slug).orElseThrow(() -> Refusal.unknown("figure", slug));
    }
}
