package org.puente.statistics.release;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.puente.kit.problem.Refusal;
import org.puente.statistics.dataset.Dimension;
import org.puente.statistics.dataset.Measure;

/** A release in the database. It is written once, by the import that makes it; all that can happen to it later is a withdrawal. */
@Entity
@Table(name = "release")
public class StoredRelease {

    /**
     * Where a release comes from.
     *
     * @param sourceUrl     where the publisher offers it, null where unknown
     * @param fileName      null where unknown
     * @param sha256        of the file as it was received
     * @param contentSha256 of its unpacked content, by which a second import of the same file is known
     */
    public record Origin(
            String publisher, String title, String sourceUrl, String fileName, String sha256, String contentSha256) {}

    /**
     * What the import found in it.
     *
     * @param rows   lines of the file
     * @param totals what each month adds up to
     */
    public record Contents(
            long rows,
            SortedMap<YearMonth, Map<Measure, BigDecimal>> totals,
            Map<Dimension, Set<String>> scope,
            Map<Dimension, List<String>> newCodes,
            List<DataCheck> checks) {}

    @Id
    @Column(name = "release_no")
    private int number;

    @Column(updatable = false)
    private String id;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private ReleaseKind kind;

    @Column(updatable = false)
    private String publisher;

    @Column(updatable = false)
    private String title;

    @Column(name = "source_url", updatable = false)
    private String sourceUrl;

    @Column(name = "file_name", updatable = false)
    private String fileName;

    @Column(updatable = false)
    private String sha256;

    @Column(name = "content_sha256", updatable = false)
    private String contentSha256;

    @Column(name = "published_on", updatable = false)
    private LocalDate publishedOn;

    @Column(name = "published_precision", updatable = false)
    private String precision;

    @Column(name = "published_estimated", updatable = false)
    private boolean estimated;

    @Column(name = "imported_at", updatable = false)
    private Instant importedAt;

    @Column(name = "row_count", updatable = false)
    private long rows;

    @Column(updatable = false)
    @JdbcTypeCode(SqlTypes.JSON)
    private SortedMap<YearMonth, Map<Measure, BigDecimal>> totals;

    @Column(updatable = false)
    @JdbcTypeCode(SqlTypes.JSON)
    private Map<Dimension, Set<String>> scope;

    @Column(name = "new_codes", updatable = false)
    @JdbcTypeCode(SqlTypes.JSON)
    private Map<Dimension, List<String>> newCodes;

    @Column(updatable = false)
    @JdbcTypeCode(SqlTypes.JSON)
    private List<DataCheck> checks;

    @Column(name = "withdrawn_at")
    private Instant withdrawnAt;

    @Column(name = "withdrawn_reason")
    private String withdrawnReason;

    /** The months of {@link #totals}, for whoever asks the database. */
    @ElementCollection
    @CollectionTable(name = "release_month", joinColumns = @JoinColumn(name = "release_no"))
    @Column(name = "month")
    private Set<LocalDate> months;

    protected StoredRelease() {}

    /** @param number from {@link ReleaseRepository#nextNumber()}, under which its cells already stand */
    public StoredRelease(
            int number,
            String id,
            ReleaseKind kind,
            Origin origin,
            PublicationDate publishedOn,
            boolean estimated,
            Instant importedAt,
            Contents contents) {
        this.number = number;
        this.id = id;
        this.kind = kind;
        publisher = origin.publisher();
        title = origin.title();
        sourceUrl = origin.sourceUrl();
        fileName = origin.fileName();
        sha256 = origin.sha256();
        contentSha256 = origin.contentSha256();
        this.publishedOn = publishedOn.first();
        precision = publishedOn.precision().name().toLowerCase(Locale.ROOT);
        this.estimated = estimated;
        this.importedAt = importedAt;
        rows = contents.rows();
        totals = contents.totals();
        scope = contents.scope();
        newCodes = contents.newCodes();
        checks = contents.checks();
        months =
                contents.totals().keySet().stream().map(month -> month.atDay(1)).collect(Collectors.toSet());
    }

    /** Takes the release out of every view; it stays readable by its id. @throws Refusal where it is withdrawn already */
    public void withdraw(String reason, Instant at) {
        if (withdrawnAt != null) {
            throw new Refusal(
                    Refusal.Kind.CONFLICT, "The release '" + id + "' is already withdrawn: " + withdrawnReason);
        }
        withdrawnAt = at;
        withdrawnReason = reason;
    }

    /** Everything a view needs to know of it. */
    public Release toRelease() {
        return new Release(
                number,
                id,
                kind,
                publisher,
                title,
                sourceUrl,
                fileName,
                sha256,
                new PublicationDate(publishedOn, PublicationDate.Precision.valueOf(precision.toUpperCase(Locale.ROOT))),
                estimated,
                importedAt,
                Collections.unmodifiableSortedSet(new TreeSet<>(totals.keySet())),
                scope,
                rows,
                Optional.ofNullable(withdrawnAt).map(at -> new Release.Withdrawal(at, withdrawnReason)));
    }

    public String id() {
        return id;
    }

    public String contentSha256() {
        return contentSha256;
    }

    public SortedMap<YearMonth, Map<Measure, BigDecimal>> totals() {
        return totals;
    }

    public Map<Dimension, List<String>> newCodes() {
        return newCodes;
    }

    public List<DataCheck> checks() {
        return checks;
    }
}
