package org.puente.diplomacy.source;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.puente.diplomacy.record.Coded;
import org.puente.diplomacy.record.Content;
import org.puente.diplomacy.record.Link;
import org.puente.diplomacy.record.Slug;
import org.puente.diplomacy.record.Violations;

/** Where something is said: a report, a statement, a record of the public. */
@Schema(description = "Where something is said")
public record Source(
        @NotNull @Slug String slug,

        @Schema(examples = "S1") @Size(max = 40) String reference,

        @NotBlank @Size(max = 300) String title,
        @Size(max = 200) String publisher,
        @NotNull SourceKind kind,
        @Valid Published published,

        @Schema(description = "An address for people; it is never fetched", examples = "https://example.org/statement")
        @Size(max = 2000)
        @Pattern(regexp = "https?://[^\\s<>\"]+", message = "must be an http or https address")
        String link,

        @Size(max = 2000) String note)
        implements Content {

    /** What a source is. */
    public enum SourceKind implements Coded {
        @JsonProperty("news-report")
        NEWS_REPORT,
        @JsonProperty("official-statement")
        OFFICIAL_STATEMENT,
        @JsonProperty("joint-statement")
        JOINT_STATEMENT,
        @JsonProperty("legal-text")
        LEGAL_TEXT,
        @JsonProperty("public-record")
        PUBLIC_RECORD
    }

    /**
     * When it was published, as far as that is known.
     *
     * @param earliest the first day that it can have been, null where that isn't known
     * @param latest   the last day that it can have been, null where that isn't known
     */
    @Schema(description = "When it was published, as far as that is known: between two days, each of which may be open")
    public record Published(LocalDate earliest, LocalDate latest) {}

    @Override
    public String heading() {
        return title;
    }

    @Override
    public List<String> english() {
        return Arrays.asList(publisher, note);
    }

    @Override
    public List<Link> links() {
        return List.of();
    }

    @Override
    public Set<String> labels() {
        return Set.of("kind:" + kind.code());
    }

    @Override
    public LocalDate firstDay() {
        return published == null ? null : published.earliest();
    }

    @Override
    public LocalDate lastDay() {
        return published == null ? null : published.latest();
    }

    @Override
    public void check(Violations violations) {
        if (published != null) {
            violations.inOrder(published.earliest(), published.latest(), "published.latest", "earliest");
        }
    }
}
