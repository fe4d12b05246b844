package org.puente.statistics.intake;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** An import that its sender doesn't wait for. It is running until it succeeds or fails, once and for good. */
@Entity
@Table(name = "import_job")
class ImportJob {

    /** A running job that wasn't heard of for this long, ten times its pulse, has lost the process that ran it. */
    private static final Duration SILENCE = Duration.ofSeconds(5);

    enum State {
        RUNNING,
        SUCCEEDED,
        FAILED
    }

    @Id
    private UUID id;

    @Enumerated(EnumType.STRING)
    private State state;

    @Enumerated(EnumType.STRING)
    private Progress.Phase phase;

    @Column(name = "file_name")
    private String fileName;

    @Column(name = "bytes_total")
    private long bytesTotal;

    @Column(name = "bytes_read")
    private long bytesRead;

    @Column(name = "rows_read")
    private long rowsRead;

    @Column(name = "started_at")
    private Instant startedAt;

    @Column(name = "seen_at")
    private Instant seenAt;

    @Column(name = "finished_at")
    private Instant finishedAt;

    @Column(name = "release_id")
    private String releaseId;

    private Boolean created;

    @JdbcTypeCode(SqlTypes.JSON)
    private Map<String, Object> problem;

    protected ImportJob() {}

    ImportJob(UUID id, String fileName, long bytesTotal, Instant now) {
        this.id = id;
        this.fileName = fileName;
        this.bytesTotal = bytesTotal;
        state = State.RUNNING;
        phase = Progress.Phase.WAITING;
        startedAt = now;
        seenAt = now;
    }

    /** Writes down how far it is. A job that ended stays as it ended. */
    void advance(Progress progress, Instant now) {
        if (state == State.RUNNING) {
            phase = progress.phase();
            bytesRead = progress.bytes();
            rowsRead = progress.rows();
            seenAt = now;
        }
    }

    void succeed(Intake.Outcome outcome, Instant now) {
        if (state == State.RUNNING) {
            end(State.SUCCEEDED, now);
            releaseId = outcome.releaseId();
            created = outcome.created();
        }
    }

    /** @param reason a problem object */
    void fail(Map<String, Object> reason, Instant now) {
        if (state == State.RUNNING) {
            end(State.FAILED, now);
            problem = reason;
        }
    }

    /** Whether the process that ran it is gone, as it seems: one that was only stopped for a while may yet be heard of. */
    boolean silent(Instant now) {
        return state == State.RUNNING && seenAt.plus(SILENCE).isBefore(now);
    }

    UUID id() {
        return id;
    }

    Instant startedAt() {
        return startedAt;
    }

    ImportJobAnswer toAnswer() {
        return new ImportJobAnswer(
                id,
                state.name().toLowerCase(Locale.ROOT),
                phase.name().toLowerCase(Locale.ROOT),
                fileName,
                bytesTotal,
                bytesRead,
                rowsRead,
                startedAt,
                seenAt,
                finishedAt,
                releaseId,
                created,
                problem);
    }

    private void end(State outcome, Instant now) {
        state = outcome;
        finishedAt = now;
        seenAt = now;
    }
}
