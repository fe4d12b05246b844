package org.puente.statistics.figure.check;

import static org.puente.statistics.dataset.Measure.ENCOUNTERS;
import static org.puente.statistics.dataset.Measure.EVENTS;
import static org.puente.statistics.dataset.Measure.WEIGHT;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.puente.kit.problem.Refusal;
import org.puente.statistics.dataset.Dataset;
import org.puente.statistics.dataset.Measure;

/** What a figure is a figure of. */
public enum Metric {
    ENCOUNTERS_TOTAL("encounters", ENCOUNTERS, Reading.TOTAL),
    ENCOUNTERS_PER_DAY("encounters-per-day", ENCOUNTERS, Reading.PER_DAY),
    ENCOUNTERS_SHARE("encounters-share", ENCOUNTERS, Reading.SHARE),
    ENCOUNTERS_RANK("encounters-rank", ENCOUNTERS, Reading.RANK),
    ENCOUNTERS_HIGHEST("encounters-highest", ENCOUNTERS, Reading.HIGHEST),
    ENCOUNTERS_CHANGE("encounters-change", ENCOUNTERS, Reading.CHANGE),
    ENCOUNTERS_CHANGE_ON_YEAR("encounters-change-on-year", ENCOUNTERS, Reading.CHANGE_ON_YEAR),
    DRUG_WEIGHT("drug-weight", WEIGHT, Reading.TOTAL),
    DRUG_WEIGHT_CHANGE("drug-weight-change", WEIGHT, Reading.CHANGE),
    DRUG_WEIGHT_CHANGE_ON_YEAR("drug-weight-change-on-year", WEIGHT, Reading.CHANGE_ON_YEAR),
    DRUG_EVENTS("drug-events", EVENTS, Reading.TOTAL),
    DRUG_EVENTS_CHANGE("drug-events-change", EVENTS, Reading.CHANGE),
    DRUG_EVENTS_CHANGE_ON_YEAR("drug-events-change-on-year", EVENTS, Reading.CHANGE_ON_YEAR),
    MEXICAN_DETECTIONS("mexican-detections", "detections"),
    MEXICAN_PERSONNEL("mexican-personnel", "persons"),
    CARAVAN_SIZE("caravan-size", "persons");

    /** How a number is made of monthly sums. */
    public enum Reading {
        /** The sum over the period. */
        TOTAL,
        /** The sum over the period by its days. */
        PER_DAY,
        /** The slice in percent of a wider one. */
        SHARE,
        /** The place of the month among the months of the same name up to it, 1 for the highest. */
        RANK,
        /** The highest of the months of the same name up to the end of the period. */
        HIGHEST,
        /** Change in percent on another period, by default the one of the same length right before. */
        CHANGE,
        /** Change in percent on the same period of the year before. */
        CHANGE_ON_YEAR,
        /** Puente holds no official data of this series. */
        NONE
    }

    private final String code;
    private final Measure measure;
    private final Reading reading;
    private final String unit;

    Metric(String code, Measure measure, Reading reading) {
        this.code = code;
        this.measure = measure;
        this.reading = reading;
        this.unit = switch (reading) {
            case PER_DAY -> measure.unit() + "/day";
            case SHARE, CHANGE, CHANGE_ON_YEAR -> "percent";
            case RANK -> "rank";
            default -> measure.unit();
        };
    }

    Metric(String code, String unit) {
        this.code = code;
        this.measure = null;
        this.reading = Reading.NONE;
        this.unit = unit;
    }

    /** @throws Refusal as invalid, with the valid codes */
    @JsonCreator
    public static Metric parse(String code) {
        return Arrays.stream(values())
                .filter(metric -> metric.code.equals(code))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid(
                        "metric",
                        "'" + code + "' is not known; valid values are "
                                + Arrays.stream(values()).map(Metric::code).collect(Collectors.joining(", "))));
    }

    @JsonValue
    public String code() {
        return code;
    }

    public Reading reading() {
        return reading;
    }

    /** Whether Puente holds official data to test it with. */
    public boolean testable() {
        return reading != Reading.NONE;
    }

    /** Null where it isn't {@link #testable()}. */
    public Measure measure() {
        return measure;
    }

    /** Null where it isn't {@link #testable()}. */
    public Dataset dataset() {
        return Arrays.stream(Dataset.values())
                .filter(dataset -> dataset.measures().contains(measure))
                .findFirst()
                .orElse(null);
    }

    /** The one unit in which its values are given. */
    public String unit() {
        return unit;
    }

    boolean percent() {
        return unit.equals("percent");
    }

    @Override
    public String toString() {
        return code.toLowerCase(Locale.ROOT);
    }
}
