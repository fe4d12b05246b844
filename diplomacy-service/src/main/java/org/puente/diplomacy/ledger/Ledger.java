package org.puente.diplomacy.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.puente.diplomacy.record.Content;
import org.puente.diplomacy.record.Documents;
import org.puente.diplomacy.record.Kind;
import org.puente.diplomacy.record.Link;
import org.puente.diplomacy.record.Violations;
import org.puente.kit.conditional.IfMatch;
import org.puente.kit.problem.Refusal;

/** The only way to write: drafts, their replacement, review and publication. Nothing is overwritten or deleted. */
@ApplicationScoped
public class Ledger {

    /** Links of this role make a graph without cycles. */
    public static final String SUPERSEDES = "lineage/supersedes";

    /** What is public only refers to what is public, which two at a time could break. */
    private static final String PUBLIC = "what is public";

    private final Versions versions;
    private final Documents documents;
    private final Clock clock;

    Ledger(Versions versions, Documents documents, Clock clock) {
        this.versions = versions;
        this.documents = documents;
        this.clock = clock;
    }

    /** Starts a record as a draft; refuses a slug in use. */
    @Transactional
    public Version create(Kind kind, Content content, String author, String reason) {
        if (!versions.take(kind, content.slug(), now())) {
            throw new Refusal(
                    Refusal.Kind.CONFLICT,
                    "The slug '" + content.slug() + "' is in use",
                    List.of(new org.puente.kit.problem.Violation("slug", "is in use by " + kind.path(content.slug()))));
        }
        Subject subject = versions.lock(kind, content.slug()).orElseThrow();
        return write(subject, null, content, author, reason);
    }

    /**
     * Writes a draft on top of the newest version; the same content again changes nothing, unless it was withdrawn.
     *
     * @param known the versions that the author has seen
     */
    @Transactional
    public Version replace(Kind kind, String slug, IfMatch known, Content content, String author, String reason) {
        Subject subject = known(kind, slug);
        Version newest = versions.newest(subject).orElseThrow();
        newest.demandKnown(known);
        Violations violations = new Violations();
        violations.require(slug.equals(content.slug()), "slug", "never changes: it must be '" + slug + "'");
        boolean correction = versions.nowPublic(subject).isPresent();
        violations.require(
                !correction || (reason != null && !reason.isBlank()),
                "reason",
                "is required to correct what has been published");
        violations.refuse();
        boolean same = documents.tree(newest.document()).equals(documents.tree(documents.print(content)));
        if (same && newest.withdrawnBy() == null) {
            return newest;
        }
        return write(subject, newest, content, author, reason);
    }

    /** A reviewer vouches for the newest draft. */
    @Transactional
    public Version review(Kind kind, String slug, IfMatch known, String reviewer) {
        Version newest = versions.newest(known(kind, slug)).orElseThrow();
        newest.demandKnown(known);
        newest.review(reviewer, now());
        return newest;
    }

    /** The newest version becomes what the public reads. */
    @Transactional
    public Version publish(Kind kind, String slug, IfMatch known, String publisher) {
        versions.oneAtATime(PUBLIC);
        Subject subject = known(kind, slug);
        Version newest = versions.newest(subject).orElseThrow();
        newest.demandKnown(known);
        requireSources(newest);
        requirePublicLinks(newest);
        Version replaced = versions.nowPublic(subject).orElse(null);
        newest.publish(publisher, replaced, after(replaced == null ? null : replaced.publicFrom()));
        return newest;
    }

    /** What was published and wrong altogether is taken back: the public reads it no more, but its history tells why. */
    @Transactional
    public Version withdraw(Kind kind, String slug, IfMatch known, String by, String reason) {
        versions.oneAtATime(PUBLIC);
        Subject subject = known(kind, slug);
        Version newest = versions.newest(subject).orElseThrow();
        newest.demandKnown(known);
        Violations violations = new Violations();
        violations.require(reason != null && !reason.isBlank(), "reason", "is required to withdraw what is public");
        violations.refuse();
        Version shown =
                versions.nowPublic(subject).orElseThrow(() -> new IllegalMove("Only what is public can be withdrawn"));
        List<String> dependent = versions.publicLinksTo(subject);
        if (!dependent.isEmpty()) {
            throw new IllegalMove(
                    "What refers to it must be corrected or withdrawn first: " + String.join(", ", dependent));
        }
        shown.withdraw(by, reason, after(shown.publicFrom()));
        return newest;
    }

    /** Writes and publishes in one step what needs no second pair of eyes: reference data and signed assessments. */
    @Transactional
    public Version publishAtOnce(Kind kind, Content content, String author, String reason) {
        versions.oneAtATime(PUBLIC);
        versions.take(kind, content.slug(), now());
        Subject subject = known(kind, content.slug());
        Version replaced = versions.nowPublic(subject).orElse(null);
        Version version = write(subject, versions.newest(subject).orElse(null), content, author, reason);
        requireSources(version);
        requirePublicLinks(version);
        version.publishAtOnce(replaced, version.recordedFrom());
        return version;
    }

    private Version write(Subject subject, Version newest, Content content, String author, String reason) {
        Map<Link, Long> targets = versions.targets(content.links());
        Violations violations = new Violations();
        for (Link link : content.links()) {
            violations.require(
                    targets.containsKey(link),
                    link.role(),
                    "there is no " + link.kind().code() + " '" + link.slug() + "'");
        }
        violations.refuse();
        Instant at = after(newest == null ? null : newest.recordedFrom());
        int number = newest == null ? 1 : newest.number() + 1;
        Derived derived = new Derived(subject.kind(), content, targets);
        Version version = new Version(subject, number, derived, documents.print(content), author, reason, at);
        if (newest != null) {
            newest.giveWayTo(at);
            versions.flush();
        }
        versions.persistAndFlush(version);
        refuseCycle(subject, content);
        return version;
    }

    private void refuseCycle(Subject subject, Content content) {
        if (content.links().stream().noneMatch(link -> link.role().equals(SUPERSEDES))) {
            return;
        }
        versions.oneAtATime("lineage");
        if (versions.leadsBack(subject.id(), SUPERSEDES)) {
            Violations violations = new Violations();
            violations.add("lineage", "an agreement can't supersede itself, directly or through others");
            violations.refuse();
        }
    }

    private void requireSources(Version version) {
        if (version.kind().needsSource()
                && documents.tree(version.document()).path("sources").isEmpty()) {
            Violations violations = new Violations();
            violations.add("sources", "publishing needs at least one source");
            violations.refuse();
        }
    }

    private void requirePublicLinks(Version version) {
        List<String> drafts = versions.linksToDrafts(version);
        if (!drafts.isEmpty()) {
            throw new Refusal(
                    Refusal.Kind.CONFLICT,
                    "What this version refers to must be published first: " + String.join(", ", drafts));
        }
    }

    private Subject known(Kind kind, String slug) {
        return versions.lock(kind, slug).orElseThrow(() -> Refusal.unknown(kind.code(), slug));
    }

    /** PostgreSQL keeps microseconds; a version never starts at the moment at which its predecessor started. */
    private Instant after(Instant earlier) {
        Instant now = now();
        return earlier == null || now.isAfter(earlier)
                ? now
                : Objects.requireNonNull(earlier).plus(1, ChronoUnit.MICROS);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
