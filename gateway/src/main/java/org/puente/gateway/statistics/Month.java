package org.puente.gateway.statistics;

import java.time.DateTimeException;
import java.time.YearMonth;
import org.puente.kit.problem.Refusal;

/** Reads months that clients name. */
public final class Month {

    private Month() {}

    /**
     * Null where nothing is given.
     *
     * @throws Refusal as invalid where it is no month
     */
    public static YearMonth parse(String parameter, String text) {
        try {
            return text == null ? null : YearMonth.parse(text);
        } catch (DateTimeException e) {
            throw Refusal.invalid(parameter, "'" + text + "' is not a month such as 2023-11");
        }
    }
}
