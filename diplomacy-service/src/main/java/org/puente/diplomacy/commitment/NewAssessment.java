package org.puente.diplomacy.commitment;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.puente.diplomacy.record.Precision;
import org.puente.diplomacy.record.Slug;
import org.puente.diplomacy.record.Violations;
import org.puente.diplomacy.record.Written;

/** How an assessor rates a commitment. */
@Schema(description = "How an assessor rates a commitment")
public record NewAssessment(
        @NotNull Rating rating,

        @Schema(description = "The day for which the rating holds; not in the future") @NotNull
        LocalDate date,

        Precision precision,
        @Size(max = 4000) String note,
        @Size(max = 4000) String noteEs,

        @Schema(description = "Slugs of sources; required for kept and broken") @Size(max = 50)
        List<@NotNull @Slug String> evidence)
        implements Written {

    @Override
    public void check(Violations violations) {
        boolean bare = evidence == null || evidence.isEmpty();
        if (rating != null && rating.needsEvidence()) {
            violations.require(!bare, "evidence", "is required for the rating " + rating.code());
        }
    }
}
