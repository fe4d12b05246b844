package org.puente.statistics.cbp;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Pattern;
import org.puente.statistics.cube.Cube;
import org.puente.statistics.dataset.Measure;

/** A column of counts, or of pounds. */
final class NumberColumn {

    private static final String COUNT = "a whole number from 0 to 2147483647, only digits,";
    private static final String POUNDS = "a decimal number of pounds, 0 or more, below a billion,";

    /** Small weights are printed with an exponent, as 8.81849048e-05. */
    private static final Pattern DECIMAL = Pattern.compile("\\d{1,20}(\\.\\d{1,30})?([eE][+-]?\\d{1,2})?");

    private static final BigDecimal MOST_POUNDS = BigDecimal.valueOf(1_000_000_000);

    private final int position;
    private final String name;
    private final Measure measure;
    private final int at;

    /** @param at which amount of a cell it is */
    NumberColumn(int position, String name, Measure measure, int at) {
        this.position = position;
        this.name = name;
        this.measure = measure;
        this.at = at;
    }

    /** Adds the number to the cell and to the month's total. @return false where it is none, which is then noted */
    boolean read(CsvReader reader, BadLines problems, Cell cell, MonthTotal total) {
        return measure == Measure.WEIGHT ? pounds(reader, problems, cell, total) : count(reader, problems, cell, total);
    }

    private boolean count(CsvReader reader, BadLines problems, Cell cell, MonthTotal total) {
        byte[] buffer = reader.buffer();
        int start = reader.start(position);
        int end = reader.end(position);
        while (start < end && buffer[start] == ' ') {
            start++;
        }
        while (start < end && buffer[end - 1] == ' ') {
            end--;
        }
        long count = start == end ? -1 : 0;
        for (int digitAt = start; digitAt < end && count >= 0 && count <= Integer.MAX_VALUE; digitAt++) {
            int digit = buffer[digitAt] - '0';
            count = digit < 0 || digit > 9 ? -1 : count * 10 + digit;
        }
        if (count < 0 || count > Integer.MAX_VALUE) {
            problems.add(reader.line(), name, reader.shown(position), COUNT);
            return false;
        }
        cell.count(at, count);
        total.add(measure, count);
        return true;
    }

    private boolean pounds(CsvReader reader, BadLines problems, Cell cell, MonthTotal total) {
        String text = reader.shown(position);
        if (DECIMAL.matcher(text).matches()) {
            BigDecimal pounds = new BigDecimal(text);
            if (pounds.compareTo(MOST_POUNDS) < 0) {
                cell.decimal(at, inUnitsOfACube(pounds), text);
                total.add(measure, pounds);
                return true;
            }
        }
        problems.add(reader.line(), name, text, POUNDS);
        return false;
    }

    /** Rounded as the database rounds. */
    private long inUnitsOfACube(BigDecimal pounds) {
        return pounds.movePointRight(Cube.scale(measure))
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
    }
}
