package org.puente.diplomacy.source;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Collections;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.puente.diplomacy.record.Link;
import org.puente.diplomacy.record.Slug;
import org.puente.diplomacy.record.Titled;

/** What records are about. */
@Schema(description = "What records are about")
public record Topic(
        @NotNull @Slug String slug,
        @Size(max = 40) String reference,

        @Schema(examples = "Returns") @NotBlank @Size(max = 200)
        String title,

        @Size(max = 200) String titleEs,
        @Size(max = 2000) String description)
        implements Titled {

    @Override
    public List<String> english() {
        return Collections.singletonList(description);
    }

    @Override
    public List<Link> links() {
        return List.of();
    }
}
