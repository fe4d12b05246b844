package org.puente.statistics.figure;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Where a figure was reported.
 *
 * @param code      of the source in the reference data; null for others
 * @param published when, as precisely as it is known, in words or as a date
 * @param url       only http and https; shown to people, never fetched
 */
@Schema(name = "FigureSource", description = "Where the figure was reported")
record FigureSource(
        @Schema(nullable = true, examples = "S3") @Size(max = 20)
        String code,

        @Schema(
                required = true,
                examples = "Blinken and Mayorkas Hold Talks with Mexican President Over Unprecedented Border Crisis")
        @NotBlank
        @Size(max = 300)
        String title,

        @Schema(nullable = true, examples = "news report") @Size(max = 60)
        String kind,

        @Schema(nullable = true) @Size(max = 200) String publisher,

        @Schema(description = "When, as precisely as it is known", nullable = true, examples = "on or after 2023-12-27")
        @Size(max = 60)
        String published,

        @Schema(nullable = true)
        @Size(max = 2000)
        @Pattern(regexp = "https?://[^\\s<>\"]+", message = "is an address that begins with http:// or https://")
        String url) {}
