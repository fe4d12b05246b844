package org.puente.kit.page;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One page of a list.
 *
 * @param total how many items the whole list has
 * @param next  the cursor of the page after this one, null on the last; opaque to the client
 */
public record Page<T>(
        List<T> items,

        @Schema(description = "How many items the whole list has")
        long total,

        @Schema(description = "The cursor of the next page, null on the last", nullable = true)
        String next) {}
