package org.puente.statistics.intake;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.puente.kit.problem.Problem;
import org.puente.kit.problem.Refusal;

/** Runs imports in the background and writes down how far they are. */
@ApplicationScoped
class ImportJobs implements PanacheRepositoryBase<ImportJob, UUID> {

    private static final Logger LOG = Logger.getLogger(ImportJobs.class);
    private static final String ABANDONED =
            "The service stopped during this import; nothing of it was kept. Send the file again";
    private static final long PULSE_MILLIS = 500;

    /** How long the end of a job is worth telling to a database that can't be reached. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Intake intake;
    private final ObjectMapper json;
    private final ExecutorService workers = Executors.newCachedThreadPool(task -> new Thread(task, "import"));
    private final ScheduledExecutorService pulse =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "import-progress"));

    ImportJobs(Intake intake, ObjectMapper json) {
        this.intake = intake;
        this.json = json;
    }

    /** Takes the file over, and closes it in the end. */
    UUID start(SpooledFile file, Intake.Submission submission) throws IOException {
        UUID id = UUID.randomUUID();
        long size = file.size();
        QuarkusTransaction.requiringNew()
                .run(() -> persist(new ImportJob(id, submission.fileName(), size, Instant.now())));
        workers.execute(() -> run(id, file, submission));
        return id;
    }

    /** @throws Refusal where there is no such job */
    ImportJobAnswer answer(UUID id) {
        return QuarkusTransaction.requiringNew().call(() -> {
            ImportJob job = findByIdOptional(id).orElseThrow(() -> Refusal.unknown("import job", id.toString()));
            if (job.abandoned(Instant.now())) {
                job.fail(problem(new Refusal(Refusal.Kind.UNAVAILABLE, ABANDONED), id), Instant.now());
            }
            return job.toAnswer();
        });
    }

    private Map<String, Object> problem(Exception failure, UUID id) {
        return json.convertValue(Problem.of(failure, "/v1/imports/" + id), new TypeReference<>() {});
    }

    private void run(UUID id, SpooledFile file, Intake.Submission submission) {
        Progress progress = new Progress();
        ScheduledFuture<?> beat = pulse.scheduleWithFixedDelay(
                () -> quietly(id, job -> job.advance(progress, Instant.now())), 0, PULSE_MILLIS, TimeUnit.MILLISECONDS);
        Consumer<ImportJob> end;
        try (file) {
            Intake.Outcome outcome = intake.take(file, submission, progress);
            end = job -> job.succeed(outcome, Instant.now());
        } catch (IOException | RuntimeException e) {
            Map<String, Object> problem = problem(e, id);
            end = job -> job.fail(problem, Instant.now());
        }
        beat.cancel(false);
        Consumer<ImportJob> ending = end;
        conclude(id, job -> {
            job.advance(progress, Instant.now());
            ending.accept(job);
        });
    }

    /** The import is over, whether or not the database can be told at once. */
    private void conclude(UUID id, Consumer<ImportJob> end) {
        Instant giveUp = Instant.now().plus(PATIENCE);
        while (!quietly(id, end) && Instant.now().isBefore(giveUp)) {
            try {
                TimeUnit.MILLISECONDS.sleep(PULSE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** A job that can't be told of its progress goes on all the same. */
    private boolean quietly(UUID id, Consumer<ImportJob> change) {
        try {
            QuarkusTransaction.requiringNew().run(() -> change.accept(findById(id)));
            return true;
        } catch (RuntimeException e) {
            LOG.warnf("The progress of import %s could not be written: %s", id, e.getMessage());
            return false;
        }
    }

    @PreDestroy
    void stop() {
        pulse.shutdownNow();
        workers.shutdownNow();
    }
}
