package org.puente.gateway.upstream;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A part that an answer should have and doesn't. */
@Schema(description = "A part that this answer should have and doesn't, and why")
public record Missing(
        @Schema(description = "The service that should have given it", examples = "diplomacy")
        String upstream,

        @Schema(examples = "did not answer in time") String reason,

        @Schema(
                description = "The reason, for clients that say it in another language",
                enumeration = {
                    "late",
                    "unreachable",
                    "unreadable",
                    "failed",
                    "left-alone",
                    "busy",
                    "abandoned",
                    "refused",
                    "too-many"
                },
                examples = "late")
        String code) {}
