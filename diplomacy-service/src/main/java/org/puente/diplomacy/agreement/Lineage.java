package org.puente.diplomacy.agreement;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.puente.diplomacy.reading.Ref;
import org.puente.diplomacy.record.Kind;

@Schema(name = "Lineage", description = "Everything an agreement descends from, and everything that descends from it")
record Lineage(
        @Schema(required = true) Ref agreement,

        @Schema(required = true, description = "The nearest first")
        List<Kin> ancestors,

        @Schema(required = true, description = "The nearest first")
        List<Kin> descendants) {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "Kin", description = "One step in a lineage: the record from relates to this one")
    record Kin(
            @Schema(required = true) Kind kind,
            @Schema(required = true) String slug,
            @Schema(required = true) String title,

            @Schema(description = "In Spanish, where it has one", examples = "Iniciativa Mérida")
            String titleEs,

            @Schema(
                    required = true,
                    description = "The address of the record, relative to the lineage",
                    examples = "../merida-initiative")
            String link,

            @Schema(required = true, description = "What the record under 'of' is to this one", examples = "supersedes")
            String relation,

            @Schema(required = true, description = "The slug of the record one step nearer to the agreement")
            String of,

            @Schema(required = true, description = "How many steps lie between", examples = "1")
            int distance,

            @Schema(description = "Its first day") LocalDate from,

            @Schema(description = "Its last day, or the day on which it ended")
            LocalDate until) {}
}
