package org.puente.diplomacy.money;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.puente.diplomacy.reading.Ref;
import org.puente.diplomacy.reading.Ref.PartyRef;
import org.puente.kit.wording.Sentence;
import org.puente.kit.wording.SentenceCode;

/**
 * Sums of money, the firmest rung first. A sum never spans payers, rungs or currencies, and counts no money twice: what
 * is part of a counted sum is left out, and of two that overlap by an unknown share the smaller one is.
 */
@Schema(description = "Sums of money, the firmest rung first; never across payers, rungs or currencies")
record Ladder(
        @Schema(required = true) List<Sum> sums,
        @Schema(required = true) List<LeftOut> leftOut,

        @Schema(required = true, description = "What must not be read into the sums")
        List<String> notes,

        @Schema(
                required = true,
                description = "What each note says, in the order of the notes: payers-not-added, rungs-not-added or"
                        + " currencies-not-converted",
                examples = "[{\"code\": \"rungs-not-added\", \"values\": {}}]")
        List<SentenceCode> noteCodes,

        @Schema(required = true, description = "Money dated later is left out")
        LocalDate on) {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "MoneySum", description = "What one payer has on one rung in one currency")
    record Sum(
            @Schema(required = true) PartyRef payer,
            @Schema(required = true) Rung rung,
            @Schema(required = true, examples = "USD") String currency,

            @Schema(description = "Only where by=year asks for it", examples = "2022")
            Integer year,

            @Schema(required = true, description = "An exact decimal", examples = "3400000000")
            BigDecimal amount,

            @Schema(required = true, description = "What it is the sum of")
            List<Ref> pledges) {}

    @Schema(name = "MoneyLeftOut", description = "Money that is in no sum, and why")
    record LeftOut(
            @Schema(required = true) Ref pledge,
            @Schema(required = true) Rung rung,
            @Schema(required = true) BigDecimal amount,
            @Schema(required = true) String currency,

            @Schema(required = true, examples = "is part of us-ports, which is counted")
            String reason,

            @Schema(
                    required = true,
                    description = "What the reason says: dated-later, part-of-counted or overlaps-counted",
                    examples = "{\"code\": \"part-of-counted\", \"values\": {\"pledge\": \"us-ports\"}}")
            SentenceCode reasonCode) {}

    private record Group(PartyRef payer, Rung rung, String currency, Integer year) {}

    static Ladder of(List<PledgeView> pledges, LocalDate on, boolean byYear) {
        Map<String, Sentence> reasons = new LinkedHashMap<>();
        for (PledgeView pledge : pledges) {
            if (pledge.date().isAfter(on)) {
                reasons.put(
                        pledge.slug(),
                        Sentence.of("dated-later", "is dated " + pledge.date() + ", after " + on)
                                .with("date", pledge.date())
                                .with("on", on));
            }
        }
        leaveOutParts(pledges, reasons);
        leaveOutOverlaps(pledges, reasons);
        List<Sum> sums = sums(pledges, reasons.keySet(), byYear);
        List<LeftOut> leftOut = pledges.stream()
                .filter(pledge -> reasons.containsKey(pledge.slug()))
                .map(pledge -> new LeftOut(
                        ref(pledge),
                        pledge.rung(),
                        pledge.amount(),
                        pledge.currency(),
                        reasons.get(pledge.slug()).text(),
                        reasons.get(pledge.slug()).said()))
                .toList();
        List<Sentence> notes = LadderNotes.of(sums);
        return new Ladder(sums, leftOut, Sentence.texts(notes), Sentence.codes(notes), on);
    }

    /** Leaves out what is, over any number of steps, part of a sum that counts. */
    private static void leaveOutParts(List<PledgeView> pledges, Map<String, Sentence> reasons) {
        Map<String, PledgeView> bySlug = new HashMap<>();
        pledges.forEach(pledge -> bySlug.put(pledge.slug(), pledge));
        Set<String> dated = Set.copyOf(reasons.keySet());
        for (PledgeView pledge : pledges) {
            Set<String> seen = new HashSet<>(Set.of(pledge.slug()));
            PledgeView whole = wholeOf(pledge, bySlug);
            while (whole != null && seen.add(whole.slug())) {
                if (sameMoney(pledge, whole) && !dated.contains(whole.slug())) {
                    reasons.putIfAbsent(
                            pledge.slug(),
                            Sentence.of("part-of-counted", "is part of " + whole.slug() + ", which is counted")
                                    .with("pledge", whole.slug()));
                }
                whole = wholeOf(whole, bySlug);
            }
        }
    }

    private static PledgeView wholeOf(PledgeView part, Map<String, PledgeView> bySlug) {
        return part.partOf() == null ? null : bySlug.get(part.partOf().slug());
    }

    private static void leaveOutOverlaps(List<PledgeView> pledges, Map<String, Sentence> reasons) {
        Map<String, Set<String>> overlaps = new HashMap<>();
        for (PledgeView pledge : pledges) {
            for (Ref other : pledge.overlaps()) {
                overlaps.computeIfAbsent(pledge.slug(), slug -> new HashSet<>()).add(other.slug());
                overlaps.computeIfAbsent(other.slug(), slug -> new HashSet<>()).add(pledge.slug());
            }
        }
        List<PledgeView> counted = new ArrayList<>();
        Comparator<PledgeView> largestFirst =
                Comparator.comparing(PledgeView::amount).reversed().thenComparing(PledgeView::slug);
        for (PledgeView pledge : pledges.stream().sorted(largestFirst).toList()) {
            if (reasons.containsKey(pledge.slug())) {
                continue;
            }
            Set<String> others = overlaps.getOrDefault(pledge.slug(), Set.of());
            counted.stream()
                    .filter(larger -> others.contains(larger.slug()) && sameMoney(pledge, larger))
                    .findFirst()
                    .ifPresentOrElse(
                            larger -> reasons.put(
                                    pledge.slug(),
                                    Sentence.of(
                                                    "overlaps-counted",
                                                    "overlaps with " + larger.slug()
                                                            + " by an unknown share, and that is counted")
                                            .with("pledge", larger.slug())),
                            () -> counted.add(pledge));
        }
    }

    private static boolean sameMoney(PledgeView one, PledgeView other) {
        return one.rung() == other.rung() && one.currency().equals(other.currency());
    }

    private static List<Sum> sums(List<PledgeView> pledges, Set<String> leftOut, boolean byYear) {
        Map<Group, List<PledgeView>> groups = new LinkedHashMap<>();
        for (PledgeView pledge : pledges) {
            if (!leftOut.contains(pledge.slug())) {
                Integer year = byYear ? pledge.date().getYear() : null;
                groups.computeIfAbsent(
                                new Group(pledge.payer(), pledge.rung(), pledge.currency(), year),
                                group -> new ArrayList<>())
                        .add(pledge);
            }
        }
        return groups.entrySet().stream()
                .map(entry -> sum(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing(Sum::rung)
                        .reversed()
                        .thenComparing(sum -> sum.payer().code())
                        .thenComparing(Sum::currency)
                        .thenComparing(sum -> sum.year() == null ? 0 : sum.year()))
                .toList();
    }

    private static Sum sum(Group group, List<PledgeView> pledges) {
        BigDecimal amount = pledges.stream().map(PledgeView::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Sum(
                group.payer(),
                group.rung(),
                group.currency(),
                group.year(),
                amount,
                pledges.stream().map(Ladder::ref).toList());
    }

    private static Ref ref(PledgeView pledge) {
        return new Ref(pledge.slug(), pledge.title(), null);
    }
}
