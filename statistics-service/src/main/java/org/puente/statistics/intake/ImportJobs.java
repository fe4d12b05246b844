package org.puente.statistics.intake;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.puente.kit.page.Cursor;
import org.puente.kit.page.Page;
import org.puente.kit.problem.Problem;
import org.puente.kit.problem.Refusal;

/** Runs imports in the background and writes down how far they are. */
@ApplicationScoped
class ImportJobs implements PanacheRepositoryBase<ImportJob, UUID> {

    private static final Logger LOG = Logger.getLogger(ImportJobs.class);
    private static final String ABANDONED =
            "The service stopped during this import; nothing of it was kept. Send the file again";
    private static final String LATEST_FIRST = "order by startedAt desc, id";
    private static final long PULSE_MILLIS = 500;

    /** How long the end of a job is worth telling to a database that can't be reached. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Intake intake;
    private final IntakeConfig config;
    private final ObjectMapper json;
    private final ExecutorService workers = Executors.newCachedThreadPool(task -> new Thread(task, "import"));
    private final ScheduledExecutorService pulse =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "import-progress"));

    ImportJobs(Intake intake, IntakeConfig config, ObjectMapper json) {
        this.intake = intake;
        this.config = config;
        this.json = json;
    }

    /** Takes the file over, and closes it in the end. Forgets the jobs that are too old. */
    UUID start(SpooledFile file, Intake.Submission submission) throws IOException {
        UUID id = UUID.randomUUID();
        long size = file.size();
        Instant now = Instant.now();
        QuarkusTransaction.requiringNew().run(() -> {
            delete("seenAt < ?1", now.minus(config.jobRetention()));
            persist(new ImportJob(id, submission.fileName(), size, now));
        });
        workers.execute(() -> run(id, file, submission));
        return id;
    }

    /** @throws Refusal where there is no such job */
    ImportJobAnswer answer(UUID id) {
        return answer(QuarkusTransaction.requiringNew()
                .call(() -> findByIdOptional(id))
                .orElseThrow(() -> Refusal.unknown("import job", id.toString())));
    }

    /**
     * The latest first.
     *
     * @param cursor of the page before, null for the first page
     */
    Page<ImportJobAnswer> page(int limit, String cursor) {
        return QuarkusTransaction.requiringNew().call(() -> {
            List<ImportJob> found = after(cursor).page(0, limit + 1).list();
            List<ImportJob> shown = found.subList(0, Math.min(limit, found.size()));
            ImportJob last = found.size() > limit ? shown.get(limit - 1) : null;
            return new Page<>(
                    shown.stream().map(this::answer).toList(),
                    count(),
                    last == null ? null : Cursor.of(last.startedAt(), last.id()));
        });
    }

    private PanacheQuery<ImportJob> after(String cursor) {
        if (cursor == null) {
            return find(LATEST_FIRST);
        }
        List<String> keys = Cursor.keys(cursor, 2);
        try {
            return find(
                    "startedAt < ?1 or startedAt = ?1 and id > ?2 " + LATEST_FIRST,
                    Instant.parse(keys.get(0)),
                    UUID.fromString(keys.get(1)));
        } catch (DateTimeParseException | IllegalArgumentException e) {
            throw Cursor.unreadable();
        }
    }

    /** A silent job is told as failed and not written down so: its end will be, if its process is there after all. */
    private ImportJobAnswer answer(ImportJob job) {
        ImportJobAnswer told = job.toAnswer();
        return job.silent(Instant.now())
                ? told.failed(problem(new Refusal(Refusal.Kind.UNAVAILABLE, ABANDONED), told.id()))
                : told;
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
