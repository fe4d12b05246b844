package org.puente.gateway.diplomacy;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An agreement and its status on a day. */
@Schema(name = "AgreementBrief", description = "An agreement and its status on the day that was asked for")
public record Agreement(
        @Schema(examples = "return-of-third-country-nationals")
        String slug,

        @Schema(nullable = true, examples = "G6") String reference,
        String title,
        @Schema(examples = "arrangement") String kind,
        @Schema(examples = "political") String bindingness,
        List<Party> parties,

        @Schema(description = "Codes of the countries whose nationals it concerns", examples = "[\"CUB\"]")
        List<String> nationalities,

        @Schema(examples = "in-force") String status,
        @Schema(nullable = true) LocalDate statusSince,
        List<Action> actions) {

    /** A state or organisation. */
    @Schema(name = "PartyBrief", description = "A state or organisation")
    public record Party(
            @Schema(examples = "MEX") String code,
            @Schema(examples = "Mexico") String name) {}

    /** What a party, or all of them, did about the agreement on a day. */
    @Schema(name = "AgreementAction", description = "What a party, or all of them, did about it on a day")
    public record Action(
            @Schema(examples = "entered-into-force") String kind,
            LocalDate date,

            @Schema(description = "Null where all parties did", nullable = true)
            String party) {}

    /** One page of agreements. */
    public record Agreements(List<Agreement> items, long total) implements Items<Agreement> {}
}
