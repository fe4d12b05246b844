package org.puente.statistics.intake;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.puente.kit.problem.Refusal;
import org.puente.statistics.cube.Cubes;
import org.puente.statistics.release.Catalog;
import org.puente.statistics.release.PublicationDate;
import org.puente.statistics.release.ReleaseRepository;

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
    private final Cubes cubes;
    private final Catalog catalog;
    private final MeterRegistry meters;

    Intake(
            IntakeConfig config,
            IntakeTransaction transaction,
            ReleaseRepository releases,
            Cubes cubes,
            Catalog catalog,
            MeterRegistry meters) {
        this.config = config;
        this.meters = meters;
        this.transaction = transaction;
        this.releases = releases;
        this.cubes = cubes;
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
        FileImport job = new FileImport(releases, cubes, file, submission, progress);
        Outcome outcome;
        try {
            outcome = transaction.call(job::store);
        } catch (RuntimeException e) {
            job.undo();
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
}
