package org.puente.statistics.cbp;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One value of a file that breaks a rule. */
@Schema(description = "One value of the file that breaks a rule")
public record BadLine(
        @Schema(description = "Line in the file, the header being line 1", examples = "17")
        long line,

        @Schema(description = "Column by its name in the header; null where the whole line is meant", nullable = true)
        String column,

        @Schema(description = "What stands there, shortened to 80 characters", examples = "<5")
        String value,

        @Schema(description = "What would be right", examples = "a whole number from 0 to 2147483647, only digits")
        String expected) {

    private static final int SHOWN = 80;

    public BadLine {
        value = value.length() > SHOWN ? value.substring(0, SHOWN) + "…" : value;
    }

    /** A line with the month and codes of an earlier one. */
    public static BadLine repeat(long line, long first) {
        return new BadLine(
                line, null, "the month and codes of line " + first, "one line for each month and combination of codes");
    }

    @Override
    public String toString() {
        return "'" + value + "' stands where " + expected + " is expected";
    }
}
