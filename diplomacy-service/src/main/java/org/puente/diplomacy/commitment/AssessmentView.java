package org.puente.diplomacy.commitment;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.puente.diplomacy.reading.Editorial;
import org.puente.diplomacy.reading.RecordType.Seen;
import org.puente.diplomacy.reading.Ref;
import org.puente.diplomacy.reading.Ref.PartyRef;
import org.puente.diplomacy.record.Precision;

@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "AssessmentView", description = "A rating of a commitment")
record AssessmentView(
        @Schema(required = true) String slug,
        String reference,
        @Schema(required = true) String title,
        Ref commitment,
        @Schema(required = true) List<PartyRef> owners,
        @Schema(required = true) List<Ref> topics,
        @Schema(required = true) Rating rating,
        @Schema(required = true) LocalDate date,
        @Schema(required = true) Precision precision,
        @Schema(required = true) String assessor,
        String note,
        String noteEs,
        @Schema(required = true) List<Ref> evidence,
        @Schema(required = true) Editorial editorial) {

    static AssessmentView of(Seen<Assessment> seen) {
        Assessment assessment = seen.content();
        return new AssessmentView(
                assessment.slug(),
                assessment.reference(),
                assessment.heading(),
                seen.linked().one("commitment"),
                seen.linked().parties("owners"),
                seen.linked().all("topics"),
                assessment.rating(),
                assessment.date(),
                Precision.orDay(assessment.precision()),
                assessment.assessor(),
                assessment.note(),
                assessment.noteEs(),
                seen.linked().all("evidence"),
                seen.editorial());
    }

    /** A rating as a commitment tells it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "AssessmentSummary", description = "A rating as its commitment tells it")
    record Summary(
            @Schema(required = true) String slug,
            @Schema(required = true) Rating rating,
            @Schema(required = true) LocalDate date,
            @Schema(required = true) Precision precision,
            @Schema(required = true) String assessor,
            String note,
            String noteEs,

            @Schema(required = true, description = "Slugs of sources")
            List<String> evidence,

            @Schema(required = true) Instant knownSince) {

        static Summary of(Assessment assessment, Instant knownSince) {
            return new Summary(
                    assessment.slug(),
                    assessment.rating(),
                    assessment.date(),
                    Precision.orDay(assessment.precision()),
                    assessment.assessor(),
                    assessment.note(),
                    assessment.noteEs(),
                    assessment.evidence() == null ? List.of() : assessment.evidence(),
                    knownSince);
        }
    }
}
