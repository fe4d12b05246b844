package org.puente.statistics.series;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.puente.statistics.release.Release;

/** A release that figures come from. */
@Schema(name = "Source", description = "A release that figures come from")
public record Source(
        @Schema(required = true, examples = "encounters-by-area-2024-10-5f1d0c3a")
        String id,

        @Schema(required = true, examples = "encounters-by-area")
        String kind,

        @Schema(required = true, examples = "US Customs and Border Protection")
        String publisher,

        @Schema(required = true) String title,

        @Schema(required = true, description = "A day or a month", examples = "2024-10")
        String publishedOn,

        @Schema(required = true, nullable = true) String sourceUrl,
        @Schema(required = true, nullable = true) String fileName,
        @Schema(required = true) String sha256) {

    public static Source of(Release release) {
        return new Source(
                release.id(),
                release.kind().code(),
                release.publisher(),
                release.title(),
                release.publishedOn().toString(),
                release.sourceUrl(),
                release.fileName(),
                release.sha256());
    }

    /** The releases behind all of these figures, each once. */
    public static List<Release> releases(List<Monthly> figures) {
        Set<Release> releases = new LinkedHashSet<>();
        figures.forEach(monthly -> releases.addAll(monthly.releases()));
        return List.copyOf(releases);
    }

    public static List<Source> of(List<Release> releases) {
        return releases.stream().map(Source::of).collect(Collectors.toList());
    }
}
