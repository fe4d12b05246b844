package org.puente.diplomacy.commitment;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.puente.diplomacy.reading.Editorial;
import org.puente.diplomacy.reading.Linked;
import org.puente.diplomacy.reading.RecordType.Seen;
import org.puente.diplomacy.reading.Ref;
import org.puente.diplomacy.reading.Ref.PartyRef;
import org.puente.diplomacy.record.Basis;
import org.puente.diplomacy.record.Kind;
import org.puente.diplomacy.record.Precision;

@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "CommitmentView", description = "A commitment and its rating on the day that was asked for")
record CommitmentView(
        @Schema(required = true) String slug,
        String reference,
        @Schema(required = true) String title,
        String titleEs,
        String statement,
        String statementEs,
        Ref agreement,
        @Schema(required = true) List<PartyRef> owners,
        @Schema(required = true) List<PartyRef> beneficiaries,
        @Schema(required = true) List<Ref> topics,
        LocalDate due,
        Precision duePrecision,
        ConditionView condition,
        Indicator indicator,

        @Schema(required = true, description = "The day for which the rating is told")
        LocalDate on,

        @Schema(
                required = true,
                description = "The latest rating up to that day, or not-assessed",
                examples = "in-the-works")
        String status,

        @Schema(description = "The day of that rating") LocalDate statusSince,

        @Schema(required = true, description = "Every rating, the oldest first, later ones than that day among them")
        List<AssessmentView.Summary> assessments,

        String note,
        @Schema(required = true) Basis basis,
        @Schema(required = true) List<Ref> sources,
        @Schema(required = true) Editorial editorial) {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ConditionView", description = "What must happen first")
    record ConditionView(
            @Schema(required = true) Kind kind,
            @Schema(required = true) List<Ref> records,
            String note) {}

    private static final Comparator<AssessmentView.Summary> BY_DATE =
            Comparator.comparing(AssessmentView.Summary::date).thenComparing(AssessmentView.Summary::knownSince);

    static CommitmentView of(Seen<Commitment> seen, List<AssessmentView.Summary> unordered) {
        Commitment commitment = seen.content();
        Linked linked = seen.linked();
        List<AssessmentView.Summary> assessments =
                unordered.stream().sorted(BY_DATE).toList();
        AssessmentView.Summary latest = assessments.stream()
                .filter(assessment -> !assessment.date().isAfter(seen.lens().on()))
                .reduce((earlier, later) -> later)
                .orElse(null);
        Commitment.Condition condition = commitment.condition();
        return new CommitmentView(
                commitment.slug(),
                commitment.reference(),
                commitment.title(),
                commitment.titleEs(),
                commitment.statement(),
                commitment.statementEs(),
                linked.one("agreement"),
                linked.parties("owners"),
                linked.parties("beneficiaries"),
                linked.all("topics"),
                commitment.due(),
                commitment.due() == null ? null : Precision.orDay(commitment.duePrecision()),
                condition == null
                        ? null
                        : new ConditionView(condition.kind(), linked.all("condition"), condition.note()),
                commitment.indicator(),
                seen.lens().on(),
                latest == null ? "not-assessed" : latest.rating().code(),
                latest == null ? null : latest.date(),
                assessments,
                commitment.note(),
                Basis.orReported(commitment.basis()),
                linked.all("sources"),
                seen.editorial());
    }
}
