package org.puente.gateway.statistics;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An official file as published on a day. */
@Schema(name = "ReleaseRef", description = "An official file as published on a day")
public record Release(
        String id,

        @Schema(examples = "US Customs and Border Protection")
        String publisher,

        String title,

        @Schema(description = "A day, or a month where the day isn't known", examples = "2024-10")
        String publishedOn) {}
