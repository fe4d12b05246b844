package org.puente.statistics.change;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How the nationalities of the slice changed compared with others over the same months: ln(T_post/T_pre) − ln(C_post/C_pre),
 * with one half added to every sum, and a permutation p that puts each of the others in their place.
 */
@Schema(
        name = "ChangeContrast",
        requiredProperties = {"months", "estimate", "ratio", "p", "treated", "donors", "leftOut"},
        description = "Change of the slice's nationalities compared with other nationalities")
record Contrast(
        @Schema(description = "Full months on either side of the event", examples = "6")
        int months,

        @Schema(description = "ln(T_post/T_pre) − ln(C_post/C_pre), each sum plus 0.5", examples = "-0.512")
        double estimate,

        @Schema(description = "exp of the estimate: the ratio of the two ratios", examples = "0.599")
        double ratio,

        @Schema(
                description =
                        "Share of nationalities, the slice's included, with an estimate at least as large in absolute value",
                examples = "0.1875")
        double p,

        @Schema(description = "The slice's own nationalities, each with its counts")
        List<Unit> treated,

        @Schema(description = "The nationalities compared with: those with enough encounters before")
        List<Unit> donors,

        @Schema(description = "Nationalities that were too few before to compare with", examples = "[\"TUR\"]")
        List<String> leftOut) {

    /** Encounters before the event that a nationality must have had to be compared with. */
    static final int FEWEST_BEFORE = 200;

    static final int FEWEST_DONORS = 2;

    /**
     * A nationality with its sums over the months before and after.
     *
     * @param citizenship its code
     */
    @Schema(
            name = "ChangeContrastUnit",
            requiredProperties = {"citizenship", "before", "after"},
            description = "A nationality with its sums before and after the event")
    record Unit(
            @Schema(examples = "VEN") String citizenship,
            @Schema(examples = "103284") long before,
            @Schema(examples = "155107") long after) {

        private Unit plus(Unit other) {
            return new Unit(citizenship, before + other.before, after + other.after);
        }

        private Unit minus(Unit other) {
            return new Unit(citizenship, before - other.before, after - other.after);
        }

        private double logRatio() {
            return Math.log((after + 0.5) / (before + 0.5));
        }
    }

    /**
     * @param units   every nationality that the comparison may use
     * @param treated codes of the slice's own nationalities
     * @return null where fewer than {@value #FEWEST_DONORS} nationalities are left to compare with
     */
    static Contrast of(int months, Collection<Unit> units, Set<String> treated) {
        List<Unit> own = units.stream()
                .filter(unit -> treated.contains(unit.citizenship))
                .toList();
        Map<String, Unit> donors = new LinkedHashMap<>();
        units.stream()
                .filter(unit -> !treated.contains(unit.citizenship) && unit.before >= FEWEST_BEFORE)
                .forEach(unit -> donors.put(unit.citizenship, unit));
        if (donors.size() < FEWEST_DONORS) {
            return null;
        }
        Unit control = sum(donors.values());
        double estimate = sum(own).logRatio() - control.logRatio();
        long asLarge = donors.values().stream()
                .filter(donor ->
                        Math.abs(donor.logRatio() - control.minus(donor).logRatio()) >= Math.abs(estimate))
                .count();
        return new Contrast(
                months,
                Rounded.of(estimate),
                Rounded.of(Math.exp(estimate)),
                Rounded.of((1.0 + asLarge) / (1 + donors.size())),
                own,
                List.copyOf(donors.values()),
                units.stream()
                        .map(Unit::citizenship)
                        .filter(code -> !treated.contains(code) && !donors.containsKey(code))
                        .toList());
    }

    private static Unit sum(Collection<Unit> units) {
        return units.stream().reduce(new Unit("", 0, 0), Unit::plus);
    }
}
