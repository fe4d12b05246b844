package org.puente.statistics.figure;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Bodies of the calls that change the ledger. */
final class FigureDraft {

    private FigureDraft() {}

    /** A figure to be entered. */
    @Schema(name = "NewFigure", description = "A figure to be entered")
    record New(
            @Schema(
                    description = "Its name in addresses, which never changes: lower-case words with hyphens",
                    required = true,
                    examples = "southwest-november-2023-by-border-patrol")
            @NotBlank
            @Size(max = 120)
            @Pattern(
                    regexp = "[a-z0-9]+(-[a-z0-9]+)*",
                    message = "is made of lower-case letters, digits and single hyphens")
            String slug,

            @Schema(required = true) @NotNull @Valid FigureContent figure) {}

    /** A figure as it shall read from now on. */
    @Schema(name = "FigureChange", description = "A figure as it shall read from now on, and why")
    record Change(
            @Schema(
                    description = "Why it is changed; shown in its history",
                    required = true,
                    examples = "The source names the speaker")
            @NotBlank
            @Size(max = 500)
            String reason,

            @Schema(required = true) @NotNull @Valid FigureContent figure) {}
}
