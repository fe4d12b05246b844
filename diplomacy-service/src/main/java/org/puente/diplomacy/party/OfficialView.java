package org.puente.diplomacy.party;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.puente.diplomacy.reading.Editorial;
import org.puente.diplomacy.reading.RecordType.Seen;
import org.puente.diplomacy.reading.Ref;
import org.puente.diplomacy.reading.Ref.PartyRef;

@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "OfficialView", description = "An official and their offices")
record OfficialView(
        @Schema(required = true) String slug,
        String reference,
        @Schema(required = true) String name,
        @Schema(required = true) List<OfficeView> offices,
        @Schema(required = true) List<Ref> sources,
        @Schema(required = true) Editorial editorial) {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "OfficeView", description = "An office held for a party")
    record OfficeView(
            PartyRef party, @Schema(required = true) String title, String titleEs, LocalDate from, LocalDate until) {}

    static OfficialView of(Seen<Official> seen) {
        Official official = seen.content();
        return new OfficialView(
                official.slug(),
                official.reference(),
                official.name(),
                official.offices().stream()
                        .map(office -> new OfficeView(
                                PartyRef.of(seen.linked().named("offices", office.party())),
                                office.title(),
                                office.titleEs(),
                                office.from(),
                                office.until()))
                        .toList(),
                seen.linked().all("sources"),
                seen.editorial());
    }
}
