package org.puente.diplomacy.commitment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.puente.diplomacy.ledger.Caller;
import org.puente.diplomacy.ledger.Version;
import org.puente.diplomacy.ledger.Versions;
import org.puente.diplomacy.reading.RecordDesk;
import org.puente.diplomacy.record.Documents;
import org.puente.diplomacy.record.Kind;
import org.puente.diplomacy.record.Violations;
import org.puente.kit.problem.Refusal;

/** Adds ratings to commitments; what was rated before stays. */
@ApplicationScoped
class Assessor {

    private final RecordDesk desk;
    private final Versions versions;
    private final Documents documents;
    private final Caller caller;
    private final Clock clock;

    Assessor(RecordDesk desk, Versions versions, Documents documents, Caller caller, Clock clock) {
        this.desk = desk;
        this.versions = versions;
        this.documents = documents;
        this.caller = caller;
        this.clock = clock;
    }

    /** Rates a public commitment in the name of the caller. */
    @Transactional
    Version assess(String slug, NewAssessment rated, String key) {
        Violations violations = new Violations();
        LocalDate today = LocalDate.now(clock.withZone(ZoneOffset.UTC));
        violations.require(!rated.date().isAfter(today), "date", "must not be in the future");
        violations.refuse();
        // One at a time for each commitment, so that two ratings never get the same number.
        versions.oneAtATime("assessment of " + slug);
        Version version =
                versions.nowPublic(Kind.COMMITMENT, slug).orElseThrow(() -> Refusal.unknown("public commitment", slug));
        Commitment commitment = documents.stored(version.document(), Commitment.class);
        String request = "assess " + slug + " " + documents.print(rated);
        return desk.sign(
                Kind.ASSESSMENT,
                () -> assessment(commitment, rated, versions.countOfLinks(Kind.COMMITMENT, slug, "commitment") + 1),
                key,
                request);
    }

    private Assessment assessment(Commitment commitment, NewAssessment rated, long number) {
        return new Assessment(
                commitment.slug() + "-" + number,
                null,
                commitment.title() + ": " + rated.rating().code().replace('-', ' '),
                commitment.slug(),
                commitment.owners(),
                commitment.topics(),
                rated.rating(),
                rated.date(),
                rated.precision(),
                caller.name(),
                rated.note(),
                rated.noteEs(),
                rated.evidence());
    }
}
