package org.puente.diplomacy.money;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.puente.diplomacy.record.Basis;
import org.puente.diplomacy.record.Kind;
import org.puente.diplomacy.record.Link;
import org.puente.diplomacy.record.Precision;
import org.puente.diplomacy.record.Slug;
import org.puente.diplomacy.record.Titled;
import org.puente.diplomacy.record.Violations;

/**
 * A sum of money on one rung of the ladder.
 *
 * @param amount   at most 12 digits before the point, so that even a client that reads numbers as doubles reads it exactly
 * @param partOf   a larger sum of the same rung that contains this one
 * @param overlaps sums of the same rung that share some money with this one, nobody says how much
 * @param firms    the same money on a lower rung
 */
@Schema(description = "A sum of money on one rung of the ladder")
public record Pledge(
        @NotNull @Slug String slug,
        @Size(max = 40) String reference,
        @NotBlank @Size(max = 200) String title,
        @Size(max = 200) String titleEs,
        @Size(max = 4000) String purpose,
        @Size(max = 4000) String purposeEs,
        @NotNull Rung rung,

        @Schema(description = "Whose money it is, or from whom it is asked", examples = "USA") @NotNull @Slug
        String payer,

        @Slug String recipient,

        @Schema(examples = "3400000000") @NotNull @Positive @Digits(integer = 12, fraction = 3)
        BigDecimal amount,

        @Schema(description = "ISO 4217", examples = "USD") @NotNull
        String currency,

        @NotNull LocalDate date,
        Precision precision,

        @Schema(description = "The last day on which it can be spent")
        LocalDate through,

        @Slug String agreement,
        @Size(max = 50) List<@NotNull @Slug String> topics,

        @Schema(description = "A larger sum of the same rung and currency that contains this one") @Slug
        String partOf,

        @Schema(description = "Sums of the same rung and currency that share some money with this one") @Size(max = 50)
        List<@NotNull @Slug String> overlaps,

        @Schema(description = "The same money on a lower rung") @Slug
        String firms,

        @Size(max = 4000) String note,
        Basis basis,
        @Size(max = 50) List<@NotNull @Slug String> sources)
        implements Titled {

    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());

    @Override
    public List<String> english() {
        return Arrays.asList(purpose, note);
    }

    @Override
    public List<String> spanish() {
        return Arrays.asList(purposeEs);
    }

    @Override
    public List<Link> links() {
        return Stream.of(
                        Link.one("payer", Kind.PARTY, payer),
                        Link.one("recipient", Kind.PARTY, recipient),
                        Link.one("agreement", Kind.AGREEMENT, agreement),
                        Link.all("topics", Kind.TOPIC, topics),
                        Link.one("partOf", Kind.PLEDGE, partOf),
                        Link.all("overlaps", Kind.PLEDGE, overlaps),
                        Link.one("firms", Kind.PLEDGE, firms),
                        Link.all("sources", Kind.SOURCE, sources))
                .flatMap(link -> link)
                .toList();
    }

    @Override
    public Set<String> labels() {
        return Set.of("rung:" + rung.code(), "currency:" + currency);
    }

    @Override
    public LocalDate firstDay() {
        return date;
    }

    @Override
    public LocalDate lastDay() {
        return through == null ? date : through;
    }

    @Override
    public void check(Violations violations) {
        violations.inOrder(date, through, "through", "date");
        boolean known = currency != null && CURRENCIES.contains(currency);
        violations.require(currency == null || known, "currency", "must be an ISO 4217 code such as USD");
        if (known && amount != null) {
            int digits = Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
            violations.require(
                    amount.stripTrailingZeros().scale() <= digits,
                    "amount",
                    currency + " has " + digits + " digits after the point");
        }
        boolean itself = slug != null
                && (slug.equals(partOf) || slug.equals(firms) || (overlaps != null && overlaps.contains(slug)));
        violations.require(!itself, "slug", "a sum can't contain, overlap or firm itself");
    }
}
