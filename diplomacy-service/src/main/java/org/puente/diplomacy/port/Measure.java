package org.puente.diplomacy.port;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.puente.diplomacy.port.Port.Traffic;
import org.puente.diplomacy.record.Coded;
import org.puente.diplomacy.record.Precision;
import org.puente.diplomacy.record.Slug;

/**
 * Traffic suspended or reduced for a time.
 *
 * @param traffic what of it; all of it where null or empty
 * @param until   the day on which it resumed, null while it lasts
 * @param sources slugs of its own sources; those of the port where null or empty
 */
@Schema(description = "Traffic suspended or reduced for a time")
public record Measure(
        @NotNull MeasureKind kind,

        @Schema(description = "What of the traffic; all of it where missing") @Size(max = 3)
        List<@NotNull Traffic> traffic,

        @NotNull LocalDate from,
        Precision fromPrecision,

        @Schema(description = "The day on which traffic resumed; missing while the measure lasts")
        LocalDate until,

        Precision untilPrecision,
        @Size(max = 1000) String note,
        @Size(max = 50) List<@NotNull @Slug String> sources) {

    /** What is done to a port, the mildest first. */
    public enum MeasureKind implements Coded {
        @JsonProperty("reduced")
        REDUCED,
        @JsonProperty("suspended")
        SUSPENDED;
    }

    boolean on(LocalDate day) {
        return !day.isBefore(from) && (until == null || day.isBefore(until));
    }

    /** The traffic that it is about, in words. */
    String words() {
        return traffic == null || traffic.isEmpty()
                ? "all traffic"
                : String.join(" and ", traffic.stream().map(Port.Traffic::code).toList());
    }
}
