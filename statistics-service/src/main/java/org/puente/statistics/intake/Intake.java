package org.puente.statistics.intake;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.puente.kit.problem.Refusal;
import org.puente.statistics.calendar.FiscalYear;
import org.puente.statistics.cbp.BadFile;
import org.puente.statistics.cbp.CodeBook;
import org.puente.statistics.cbp.OfficialFile;
import org.puente.statistics.dataset.Code;
import org.puente.statistics.dataset.Dimension;
import org.puente.statistics.release.Catalog;
import org.puente.statistics.release.DataCheck;
import org.puente.statistics.release.PublicationDate;
import org.puente.statistics.release.ReleaseKind;
import org.puente.statistics.release.ReleaseRepository;
import org.puente.statistics.release.StoredRelease;

/** Takes official files in: one at a time in the whole deployment, each in one transaction. */
@ApplicationScoped
class Intake {

    static final String PUBLISHER = "US Customs and Border Protection";

    /**
     * What became of a file.
     *
     * @param created false where the same content is a release already
     */
    record Outcome(String releaseId, boolean created) {}

    /**
     * What the sender says of a file.
     *
     * @param publishedOn null where it isn't known, and then taken to be the month after the last one covered
     * @param fileName    null where it isn't known
     */
    record Submission(PublicationDate publishedOn, String fileName) {}

    private final IntakeConfig config;
    private final IntakeTransaction transaction;
    private final ReleaseRepository releases;
    private final Catalog catalog;
    private final MeterRegistry meters;

    Intake(
            IntakeConfig config,
            IntakeTransaction transaction,
            ReleaseRepository releases,
            Catalog catalog,
            MeterRegistry meters) {
        this.config = config;
        this.meters = meters;
        this.transaction = transaction;
        this.releases = releases;
        this.catalog = catalog;
    }

    /** Receives a file to its end, before anything is imported. */
    SpooledFile receive(InputStream body) throws IOException {
        Path folder = config.spool().orElseGet(() -> Path.of(System.getProperty("java.io.tmpdir")));
        return SpooledFile.receive(body, folder, config.unpackedLimit().asLongValue());
    }

    /** Makes a release of the file, or finds the one that it already is. @throws Refusal and leaves no trace */
    Outcome take(SpooledFile file, Submission submission, Progress progress) {
        String ended = "failed";
        try {
            Outcome outcome = taken(file, submission, progress);
            ended = outcome.created() ? "stored" : "repeated";
            return outcome;
        } catch (Refusal e) {
            ended = "refused";
            throw e;
        } finally {
            imports(ended).increment();
        }
    }

    private Counter imports(String outcome) {
        return meters.counter("puente.imports", "outcome", outcome);
    }

    /** They stand at nought from the start: a counter that appears with its first count is no increase to an alert. */
    void count(@Observes StartupEvent event) {
        Stream.of("stored", "repeated", "refused", "failed").forEach(this::imports);
    }

    private Outcome taken(SpooledFile file, Submission submission, Progress progress) {
        Outcome outcome;
        try {
            outcome = transaction.call(connection -> store(connection, file, submission, progress));
        } catch (RuntimeException e) {
            if (DuplicateKeys.caused(e)) {
                throw transaction.call(connection -> DuplicateKeys.named(connection, file));
            }
            throw e;
        }
        if (outcome.created()) {
            catalog.refresh();
        }
        progress.enter(Progress.Phase.DONE);
        return outcome;
    }

    private Outcome store(Connection connection, SpooledFile file, Submission submission, Progress progress)
            throws SQLException, IOException {
        Optional<StoredRelease> twin = releases.byContent(file.contentSha256());
        if (twin.isPresent()) {
            return new Outcome(twin.get().id(), false);
        }
        progress.enter(Progress.Phase.READING);
        int number = releases.nextNumber();
        try (InputStream csv = file.content()) {
            OfficialFile official = OfficialFile.open(csv);
            CodeBook book = new CodeBook(
                    official.kind().dataset(),
                    Catalog.readCodes(connection).get(official.kind().dataset()));
            copy(connection, number, official, book, progress);
            CodeTable.add(connection, book.dataset(), book.added());
            progress.enter(Progress.Phase.CHECKING);
            PublicationDate publishedOn =
                    publishedOn(submission, official.totals().lastKey());
            List<DataCheck> checks = new Checks(official.kind(), publishedOn, official.totals(), releases.standing())
                    .all(connection, number, official.rows(), book.added());
            String id = official.kind().code() + "-" + publishedOn + "-"
                    + file.sha256().substring(0, 8);
            StoredRelease release = new StoredRelease(
                    number,
                    releases.freeId(id),
                    official.kind(),
                    origin(file, submission, official),
                    publishedOn,
                    submission.publishedOn() == null,
                    Instant.now().truncatedTo(ChronoUnit.MICROS),
                    new StoredRelease.Contents(
                            official.rows(), official.totals(), Map.of(), codes(book.added()), checks));
            releases.persistAndFlush(release);
            Catalog.announce(connection, release.id());
            return new Outcome(release.id(), true);
        }
    }

    private static void copy(Connection connection, int number, OfficialFile official, CodeBook book, Progress progress)
            throws SQLException, IOException {
        byte[] key = CopyStream.key(number);
        try (CopyStream copy = CopyStream.open(connection, official.kind().table(), "release_no", official)) {
            official.read(book, (line, row, length) -> {
                copy.write(key, row, length);
                progress.read(official.bytes(), official.rows());
            });
            copy.finish();
        }
    }

    private static PublicationDate publishedOn(Submission submission, YearMonth last) {
        if (submission.publishedOn() == null) {
            return PublicationDate.of(last.plusMonths(1));
        }
        if (last.isAfter(YearMonth.from(submission.publishedOn().first()))) {
            throw BadFile.because("The file covers " + last + ", so it was not published in " + submission.publishedOn()
                    + " (publishedOn)");
        }
        return submission.publishedOn();
    }

    private static StoredRelease.Origin origin(SpooledFile file, Submission submission, OfficialFile official) {
        return new StoredRelease.Origin(
                PUBLISHER,
                title(
                        official.kind(),
                        official.totals().firstKey(),
                        official.totals().lastKey()),
                null,
                submission.fileName(),
                file.sha256(),
                file.contentSha256());
    }

    private static Map<Dimension, List<String>> codes(Map<Dimension, List<Code>> added) {
        Map<Dimension, List<String>> codes = new LinkedHashMap<>();
        added.forEach((dimension, list) ->
                codes.put(dimension, list.stream().map(Code::code).toList()));
        return codes;
    }

    private static String title(ReleaseKind kind, YearMonth first, YearMonth last) {
        FiscalYear from = FiscalYear.of(first);
        FiscalYear to = FiscalYear.of(last);
        String years =
                from.equals(to) ? "fiscal year " + from.year() : "fiscal years " + from.year() + " to " + to.year();
        return switch (kind) {
            case ENCOUNTERS_BY_AREA -> "Nationwide encounters by area of responsibility, " + years;
            case ENCOUNTERS_BY_STATE -> "Nationwide encounters by state, " + years;
            case DRUG_SEIZURES -> "Nationwide drug seizures, " + years;
            default -> throw new IllegalStateException(kind + " is not an official file");
        };
    }
}
