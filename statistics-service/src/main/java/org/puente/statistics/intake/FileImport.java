package org.puente.statistics.intake;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.puente.statistics.calendar.FiscalYear;
import org.puente.statistics.cbp.BadFile;
import org.puente.statistics.cbp.CodeBook;
import org.puente.statistics.cbp.OfficialFile;
import org.puente.statistics.cube.Cube;
import org.puente.statistics.cube.CubeDraft;
import org.puente.statistics.cube.Cubes;
import org.puente.statistics.dataset.Code;
import org.puente.statistics.dataset.Dimension;
import org.puente.statistics.release.Catalog;
import org.puente.statistics.release.DataCheck;
import org.puente.statistics.release.PublicationDate;
import org.puente.statistics.release.ReleaseKind;
import org.puente.statistics.release.ReleaseRepository;
import org.puente.statistics.release.StoredRelease;

/** Makes a release of one file, inside of a transaction that holds the lock of the intake. */
final class FileImport {

    private final ReleaseRepository releases;
    private final Cubes cubes;
    private final SpooledFile file;
    private final Intake.Submission submission;
    private final Progress progress;
    private int number;

    FileImport(
            ReleaseRepository releases,
            Cubes cubes,
            SpooledFile file,
            Intake.Submission submission,
            Progress progress) {
        this.releases = releases;
        this.cubes = cubes;
        this.file = file;
        this.submission = submission;
        this.progress = progress;
    }

    Intake.Outcome store(Connection connection) throws SQLException, IOException {
        Optional<StoredRelease> twin = releases.byContent(file.contentSha256());
        if (twin.isPresent()) {
            return new Intake.Outcome(twin.get().id(), false);
        }
        progress.enter(Progress.Phase.READING);
        number = releases.nextNumber();
        try (InputStream csv = file.content()) {
            OfficialFile official = OfficialFile.open(csv);
            CodeBook book = new CodeBook(
                    official.kind().dataset(),
                    Catalog.readCodes(connection).get(official.kind().dataset()));
            copy(connection, official, book);
            CodeTable.add(connection, book.dataset(), book.added());
            progress.enter(Progress.Phase.CHECKING);
            StoredRelease release = release(connection, official, book);
            releases.persistAndFlush(release);
            Catalog.announce(connection, release.id());
            return new Intake.Outcome(release.id(), true);
        }
    }

    /** The transaction came to nothing. */
    void undo() {
        cubes.forget(number);
    }

    private void copy(Connection connection, OfficialFile official, CodeBook book) throws SQLException, IOException {
        byte[] key = CopyStream.key(number);
        CubeDraft draft = new CubeDraft(official.kind());
        try (CopyStream copy = CopyStream.open(connection, official.kind().table(), "release_no", official)) {
            official.read(book, (line, cell) -> {
                draft.add(line, cell.month(), cell.codes(), cell.amounts());
                if (!official.problems().any()) {
                    copy.write(key, cell);
                }
                progress.read(official.bytes(), official.rows());
            });
            copy.flush();
            // While the database is still busy with the last lines.
            Optional<Cube> cube = draft.build(book.codes(), official.problems()::addRepeat);
            if (official.problems().any()) {
                throw official.problems().refusal();
            }
            copy.finish();
            // Before the commit, upon which queries may see the release.
            cube.ifPresent(made -> cubes.keep(number, made));
        }
    }

    private StoredRelease release(Connection connection, OfficialFile official, CodeBook book) throws SQLException {
        PublicationDate publishedOn = publishedOn(official.totals().lastKey());
        List<DataCheck> checks = new Checks(official.kind(), publishedOn, official.totals(), releases.standing())
                .all(connection, number, official.rows(), book.added());
        String id =
                official.kind().code() + "-" + publishedOn + "-" + file.sha256().substring(0, 8);
        return new StoredRelease(
                number,
                releases.freeId(id),
                official.kind(),
                origin(official),
                publishedOn,
                submission.publishedOn() == null,
                Instant.now().truncatedTo(ChronoUnit.MICROS),
                new StoredRelease.Contents(official.rows(), official.totals(), Map.of(), codes(book.added()), checks));
    }

    private PublicationDate publishedOn(YearMonth last) {
        if (submission.publishedOn() == null) {
            return PublicationDate.of(last.plusMonths(1));
        }
        if (last.isAfter(YearMonth.from(submission.publishedOn().first()))) {
            throw BadFile.because("The file covers " + last + ", so it was not published in " + submission.publishedOn()
                    + " (publishedOn)");
        }
        return submission.publishedOn();
    }

    private StoredRelease.Origin origin(OfficialFile official) {
        return new StoredRelease.Origin(
                Intake.PUBLISHER,
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
