package org.puente.diplomacy.commitment;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A number by which anyone can see whether a commitment is kept. It is kept as data: this service knows no counts.
 *
 * @param dataset   the name of a series elsewhere
 * @param filters   the codes of its slice, by dimension
 * @param transform what is done to the series before it is compared
 * @param from      the first day that counts
 * @param deadline  the last day that counts, null where it is open
 */
@Schema(description = "A statistics query, a threshold and a deadline; evaluated elsewhere")
public record Indicator(
        @Schema(examples = "encounters")
        @NotBlank
        @Pattern(regexp = "[a-z]+(-[a-z]+)*", message = "must be kebab-case")
        @Size(max = 60)
        String dataset,

        @Schema(examples = "encounters")
        @Pattern(regexp = "[a-z]+(-[a-z]+)*", message = "must be kebab-case")
        @Size(max = 60)
        String measure,

        @Schema(description = "Codes of the slice, by dimension") @Size(max = 20)
        Map<@NotBlank @Size(max = 60) String, @NotNull @Size(min = 1, max = 50) List<@NotBlank @Size(max = 60) String>>
                filters,

        @Schema(examples = "year-on-year")
        @Pattern(regexp = "[a-z0-9]+(-[a-z0-9]+)*", message = "must be kebab-case")
        @Size(max = 60)
        String transform,

        @NotNull Comparator comparator,
        @NotNull @Digits(integer = 12, fraction = 3) BigDecimal threshold,
        LocalDate from,
        LocalDate deadline,
        @Size(max = 1000) String note) {

    /** How the value must stand to the threshold. */
    public enum Comparator {
        @JsonProperty("below")
        BELOW,
        @JsonProperty("at-most")
        AT_MOST,
        @JsonProperty("at-least")
        AT_LEAST,
        @JsonProperty("above")
        ABOVE
    }
}
