package org.puente.diplomacy.money;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.puente.diplomacy.reading.Editorial;
import org.puente.diplomacy.reading.Linked;
import org.puente.diplomacy.reading.RecordType.Seen;
import org.puente.diplomacy.reading.Ref;
import org.puente.diplomacy.reading.Ref.PartyRef;
import org.puente.diplomacy.record.Basis;
import org.puente.diplomacy.record.Precision;

@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "PledgeView", description = "A sum of money on one rung of the ladder")
record PledgeView(
        @Schema(required = true) String slug,
        String reference,
        @Schema(required = true) String title,
        String titleEs,
        String purpose,
        String purposeEs,
        @Schema(required = true) Rung rung,
        PartyRef payer,
        PartyRef recipient,

        @Schema(required = true, description = "An exact decimal", examples = "3400000000")
        BigDecimal amount,

        @Schema(required = true, examples = "USD") String currency,
        @Schema(required = true) LocalDate date,
        @Schema(required = true) Precision precision,
        LocalDate through,
        Ref agreement,
        @Schema(required = true) List<Ref> topics,
        Ref partOf,

        @Schema(required = true, description = "Smaller sums that this one contains")
        List<Ref> parts,

        @Schema(required = true) List<Ref> overlaps,
        Ref firms,

        @Schema(required = true, description = "The same money on higher rungs")
        List<Ref> firmedBy,

        String note,
        @Schema(required = true) Basis basis,
        @Schema(required = true) List<Ref> sources,
        @Schema(required = true) Editorial editorial) {

    static PledgeView of(Seen<Pledge> seen) {
        Pledge pledge = seen.content();
        Linked linked = seen.linked();
        return new PledgeView(
                pledge.slug(),
                pledge.reference(),
                pledge.title(),
                pledge.titleEs(),
                pledge.purpose(),
                pledge.purposeEs(),
                pledge.rung(),
                linked.party("payer"),
                linked.party("recipient"),
                pledge.amount(),
                pledge.currency(),
                pledge.date(),
                Precision.orDay(pledge.precision()),
                pledge.through(),
                linked.one("agreement"),
                linked.all("topics"),
                linked.one("partOf"),
                linked.all("parts"),
                linked.all("overlaps"),
                linked.one("firms"),
                linked.all("firmedBy"),
                pledge.note(),
                Basis.orReported(pledge.basis()),
                linked.all("sources"),
                seen.editorial());
    }
}
