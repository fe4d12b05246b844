package org.puente.statistics.change;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One of several changes.
 *
 * @param refused why there is no change
 */
@Schema(description = "One of several changes, or why there is none")
record ChangeOutcome(
        @Schema(nullable = true) ChangeAnswer change,

        @Schema(
                nullable = true,
                description = "Why there is no change",
                examples = "event: is missing; a day is written 2023-05-11")
        String refused) {}
