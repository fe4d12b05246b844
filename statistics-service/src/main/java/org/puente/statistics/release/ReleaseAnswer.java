package org.puente.statistics.release;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.puente.statistics.dataset.Dimension;

/** A release as clients see it. */
@Schema(name = "Release", description = "One official file, or one table of published totals, as published once")
public record ReleaseAnswer(
        @Schema(examples = "encounters-by-area-2024-10-5f1d0c3a", required = true)
        String id,

        @Schema(examples = "encounters-by-area", required = true)
        String kind,

        @Schema(examples = "encounters", required = true) String dataset,

        @Schema(examples = "US Customs and Border Protection", required = true)
        String publisher,

        @Schema(
                examples = "Nationwide encounters by area of responsibility, fiscal years 2020 to 2024",
                required = true)
        String title,

        @Schema(description = "Where the publisher offers it", nullable = true)
        String sourceUrl,

        @Schema(nullable = true, examples = "nationwide-encounters-fy20-fy24-aor.csv.gz")
        String fileName,

        @Schema(description = "SHA-256 of the file as it was received", required = true)
        String sha256,

        @Schema(description = "SHA-256 of its content, unpacked", required = true)
        String contentSha256,

        @Schema(description = "A day or a month, as precisely as it is known", examples = "2024-10", required = true)
        String publishedOn,

        @Schema(
                enumeration = {"day", "month"},
                required = true)
        String precision,

        @Schema(description = "Whether publishedOn is taken from the last month covered", required = true)
        boolean estimated,

        @Schema(required = true) Instant importedAt,
        @Schema(required = true) Months months,

        @Schema(description = "By what it can be filtered and grouped", required = true)
        List<String> dimensions,

        @Schema(description = "Codes to which it is confined, by dimension; empty where it covers all", required = true)
        Map<String, Set<String>> scope,

        @Schema(description = "Lines of the file", examples = "68815", required = true)
        long rows,

        @Schema(description = "Sum of each measure", examples = "{\"encounters\":10972047}", required = true)
        Map<String, BigDecimal> totals,

        @Schema(description = "Codes that no file had before, by dimension", required = true)
        Map<String, List<String>> newCodes,

        @Schema(required = true) List<DataCheck> checks,

        @Schema(description = "Present only on a release that was published by mistake and serves no view")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        Withdrawal withdrawal) {

    /** The months that a release covers. */
    @Schema(name = "ReleaseMonths")
    public record Months(
            @Schema(implementation = String.class, examples = "2019-10") @JsonFormat(shape = JsonFormat.Shape.STRING)
            YearMonth first,

            @Schema(implementation = String.class, examples = "2024-09") @JsonFormat(shape = JsonFormat.Shape.STRING)
            YearMonth last,

            @Schema(description = "How many; fewer than from first to last where some are missing", examples = "60")
            int count) {}

    /** When and why a release was withdrawn. */
    @Schema(name = "ReleaseWithdrawal")
    public record Withdrawal(
            Instant at,

            @Schema(examples = "The file of another month was uploaded under this name")
            String reason) {}

    public static ReleaseAnswer of(StoredRelease stored) {
        Release release = stored.toRelease();
        Map<String, BigDecimal> totals = new TreeMap<>();
        stored.totals()
                .values()
                .forEach(month -> month.forEach((measure, sum) -> totals.merge(measure.code(), sum, BigDecimal::add)));
        return new ReleaseAnswer(
                release.id(),
                release.kind().code(),
                release.kind().dataset().code(),
                release.publisher(),
                release.title(),
                release.sourceUrl(),
                release.fileName(),
                release.sha256(),
                stored.contentSha256(),
                release.publishedOn().toString(),
                release.publishedOn().precision() == PublicationDate.Precision.DAY ? "day" : "month",
                release.estimated(),
                release.importedAt(),
                new Months(
                        release.months().first(),
                        release.months().last(),
                        release.months().size()),
                release.kind().dimensions().stream().map(Dimension::code).toList(),
                byCode(release.scope()),
                release.rows(),
                totals,
                byCode(stored.newCodes()),
                stored.checks(),
                release.withdrawal()
                        .map(withdrawal -> new Withdrawal(withdrawal.at(), withdrawal.reason()))
                        .orElse(null));
    }

    private static <T> Map<String, T> byCode(Map<Dimension, T> values) {
        Map<String, T> result = new LinkedHashMap<>();
        values.forEach((dimension, value) -> result.put(dimension.code(), value));
        return result;
    }
}
