package org.puente.statistics.figure;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.puente.statistics.figure.check.Check;

/**
 * The check of one figure among several.
 *
 * @param refused why there is no check
 */
@Schema(description = "The check of one figure among several, or why there is none")
record CheckedFigure(
        @Schema(required = true, examples = "southwest-november-2023")
        String figure,

        @Schema(nullable = true) Check check,

        @Schema(
                nullable = true,
                description = "Why there is no check",
                examples = "There is no figure 'nobody-said-so'")
        String refused) {}
