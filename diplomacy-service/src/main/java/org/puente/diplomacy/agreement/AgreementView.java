package org.puente.diplomacy.agreement;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.puente.diplomacy.agreement.LineageLink.Relation;
import org.puente.diplomacy.reading.Editorial;
import org.puente.diplomacy.reading.Linked;
import org.puente.diplomacy.reading.RecordType.Seen;
import org.puente.diplomacy.reading.Ref;
import org.puente.diplomacy.reading.Ref.PartyRef;
import org.puente.diplomacy.record.Basis;
import org.puente.diplomacy.record.Kind;
import org.puente.diplomacy.record.Precision;
import org.puente.diplomacy.record.StatusSpan;

@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "AgreementView", description = "An agreement and its status on the day that was asked for")
record AgreementView(
        @Schema(required = true, examples = "return-of-third-country-nationals")
        String slug,

        @Schema(examples = "G6") String reference,
        @Schema(required = true) String title,
        String titleEs,
        String summary,
        String summaryEs,
        @Schema(required = true) Agreement.AgreementKind kind,
        @Schema(required = true) Agreement.Bindingness bindingness,
        @Schema(required = true) List<PartyRef> parties,
        @Schema(required = true) List<Ref> topics,

        @Schema(
                required = true,
                description = "Codes of the countries whose nationals it concerns",
                examples = "[\"CUB\"]")
        List<String> nationalities,

        @Schema(required = true, description = "The day for which the statuses are told")
        LocalDate on,

        @Schema(required = true) Status status,

        @Schema(description = "The first day of this status; missing before anything happened")
        LocalDate statusSince,

        @Schema(required = true, description = "The status for each party")
        List<PartyStatus> statusByParty,

        @Schema(required = true) List<ActionView> actions,

        @Schema(required = true, description = "What it descends from, and what descends from it")
        List<Relative> lineage,

        @Schema(required = true) List<Ref> commitments,
        @Schema(required = true) List<Ref> pledges,
        String note,
        @Schema(required = true) Basis basis,
        @Schema(required = true) List<Ref> sources,
        @Schema(required = true) Editorial editorial) {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "PartyStatus", description = "The status of an agreement for one party")
    record PartyStatus(
            @Schema(required = true, examples = "MEX") String party,
            @Schema(required = true) Status status,
            LocalDate since) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ActionView", description = "What a party, or all of them, did about an agreement on a day")
    record ActionView(
            @Schema(required = true) PartyAction.ActionKind kind,
            @Schema(required = true) LocalDate date,
            @Schema(required = true) Precision precision,

            @Schema(description = "Missing where all parties did it", examples = "USA")
            String party,

            String note,

            @Schema(description = "Slugs of its own sources")
            List<String> sources) {

        static ActionView of(PartyAction action) {
            return new ActionView(
                    action.kind(),
                    action.date(),
                    Precision.orDay(action.precision()),
                    action.party(),
                    action.note(),
                    action.sources());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "Relative", description = "A record that an agreement descends from, or that descends from it")
    record Relative(
            @Schema(required = true, examples = "superseded-by")
            String relation,

            @Schema(required = true) Kind kind,
            @Schema(required = true) String slug,
            @Schema(required = true) String title,

            @Schema(
                    description = "The record itself, where expand asks for it",
                    type = SchemaType.OBJECT,
                    additionalProperties = Schema.True.class)
            Object expanded) {}

    static AgreementView of(Seen<Agreement> seen) {
        Agreement agreement = seen.content();
        Linked linked = seen.linked();
        List<StatusSpan> now = agreement.statuses().stream()
                .filter(span -> span.covers(seen.lens().on()))
                .toList();
        StatusSpan whole = now.get(0);
        return new AgreementView(
                agreement.slug(),
                agreement.reference(),
                agreement.title(),
                agreement.titleEs(),
                agreement.summary(),
                agreement.summaryEs(),
                agreement.kind(),
                agreement.bindingness(),
                linked.parties("parties"),
                linked.all("topics"),
                agreement.nationalities() == null ? List.of() : agreement.nationalities(),
                seen.lens().on(),
                Status.of(whole.status()),
                since(whole),
                now.stream()
                        .skip(1)
                        .map(span -> new PartyStatus(span.party(), Status.of(span.status()), since(span)))
                        .toList(),
                agreement.actions().stream().map(ActionView::of).toList(),
                relatives(agreement, linked),
                linked.all("commitments"),
                linked.all("pledges"),
                agreement.note(),
                Basis.orReported(agreement.basis()),
                linked.all("sources"),
                seen.editorial());
    }

    private static LocalDate since(StatusSpan span) {
        return span.from().equals(StatusSpan.BEGINNING) ? null : span.from();
    }

    private static List<Relative> relatives(Agreement agreement, Linked linked) {
        List<Relative> relatives = new ArrayList<>();
        List<LineageLink> links = agreement.lineage() == null ? List.of() : agreement.lineage();
        for (LineageLink link : links) {
            Ref ref = linked.named(link.relation().role(), link.slug());
            if (ref != null) {
                relatives.add(relative(link.relation().code(), link.target(), ref));
            }
        }
        Stream.of(Relation.values()).forEach(relation -> linked.all("lineage/" + relation.inverse())
                .forEach(ref -> relatives.add(relative(relation.inverse(), Kind.AGREEMENT, ref))));
        return relatives;
    }

    private static Relative relative(String relation, Kind kind, Ref ref) {
        return new Relative(relation, kind, ref.slug(), ref.title(), ref.expanded());
    }
}
