package org.puente.gateway.commitment;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.puente.gateway.diplomacy.Commitment;
import org.puente.gateway.upstream.Missing;

/** A commitment and what its number says. */
@Schema(description = "A commitment and what its number says")
record IndicatorAnswer(
        Commitment commitment,

        @Schema(description = "Null where statistics is missing", nullable = true)
        Evaluation evaluation,

        List<Missing> missing) {}
