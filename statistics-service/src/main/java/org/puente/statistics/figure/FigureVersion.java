package org.puente.statistics.figure;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.puente.statistics.figure.check.Claim;

/** What a figure said from one change to the next. */
@Entity
@Immutable
@Table(name = "figure_version")
class FigureVersion extends PanacheEntityBase {

    /** Who wrote a version. */
    enum Origin {
        REFERENCE,
        EDITOR
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "figure_id")
    private ReportedFigure figure;

    private int number;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    private String origin;
    private String reason;
    private String statement;
    private String metric;
    private String speaker;

    @Column(name = "said_on")
    private LocalDate saidOn;

    @JdbcTypeCode(SqlTypes.JSON)
    private Claim claim;

    @JdbcTypeCode(SqlTypes.JSON)
    private FigureSource source;

    private String note;

    protected FigureVersion() {}

    /** @param reason why the figure is changed; null for its first version */
    FigureVersion(ReportedFigure figure, FigureContent content, Origin origin, String reason, Instant at) {
        this.figure = figure;
        this.number = figure.version();
        this.recordedAt = at;
        this.origin = origin.name().toLowerCase(Locale.ROOT);
        this.reason = reason;
        this.statement = content.statement();
        this.metric = content.claim().metric().code();
        this.speaker = content.speaker();
        this.saidOn = content.claim().saidOn();
        this.claim = content.claim();
        this.source = content.source();
        this.note = content.note();
    }

    FigureContent content() {
        return new FigureContent(statement, claim, speaker, source, note);
    }

    boolean by(Origin who) {
        return origin.equals(who.name().toLowerCase(Locale.ROOT));
    }

    ReportedFigure figure() {
        return figure;
    }

    int number() {
        return number;
    }

    Instant recordedAt() {
        return recordedAt;
    }

    String reason() {
        return reason;
    }

    LocalDate saidOn() {
        return saidOn;
    }
}
