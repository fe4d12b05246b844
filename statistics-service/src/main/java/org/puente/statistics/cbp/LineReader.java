package org.puente.statistics.cbp;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Month;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.puente.statistics.calendar.FiscalYear;
import org.puente.statistics.cbp.Layout.Column;
import org.puente.statistics.dataset.Measure;

/** Turns the present record of a reader into a cell, or into entries of bad lines. */
final class LineReader {

    private static final int FIRST_YEAR = 1999;
    private static final int YEARS = 101;

    private final CsvReader reader;
    private final int width;
    private final LabelColumn year;
    private final LabelColumn month;
    private final LabelColumn[] dimensions;
    private final NumberColumn[] measures;
    private final byte[][] monthTexts = new byte[YEARS * 12][];
    private final MonthTotal[] monthTotals = new MonthTotal[YEARS * 12];
    private final MonthTotal unused = new MonthTotal();
    private final BadLines problems = new BadLines();
    private final Cell cell;

    LineReader(CsvReader reader, Header header, CodeBook book) {
        this.reader = reader;
        width = header.names().size();
        Column yearColumn = header.layout().only(Column.Holds.YEAR);
        Column monthColumn = header.layout().only(Column.Holds.MONTH);
        year = LabelColumn.year(header.position(yearColumn), header.name(yearColumn));
        month = LabelColumn.month(header.position(monthColumn), header.name(monthColumn));
        List<Column> columns = header.layout().dimensions();
        dimensions = columns.stream()
                .map(column ->
                        LabelColumn.codes(header.position(column), header.name(column), column.dimension(), book))
                .toArray(LabelColumn[]::new);
        List<Measure> order = book.dataset().measures();
        measures = header.layout().measures().stream()
                .map(column -> new NumberColumn(
                        header.position(column),
                        header.name(column),
                        column.measure(),
                        order.indexOf(column.measure())))
                .toArray(NumberColumn[]::new);
        cell = new Cell(order.size());
    }

    /** @return whether the record is right and {@link #cell()} holds it */
    boolean read() {
        if (!reader.readable()) {
            String expected = "a CSV record on one line of at most " + CsvReader.RECORD_LIMIT + " bytes";
            problems.add(reader.line(), null, "", expected);
            return false;
        }
        if (reader.fields() != width) {
            String expected = width + " fields, as in the header,";
            problems.add(reader.line(), null, reader.fields() + " fields", expected);
            return false;
        }
        cell.clear();
        int index = month();
        boolean right = index >= 0;
        if (right) {
            cell.month(FIRST_YEAR * 12 + index, monthTexts[index]);
        }
        for (LabelColumn dimension : dimensions) {
            int ordinal = dimension.read(reader, problems);
            right &= ordinal >= 0;
            cell.code(Math.max(ordinal, 0));
        }
        for (NumberColumn measure : measures) {
            right &= measure.read(reader, problems, cell, right ? monthTotals[index] : unused);
        }
        cell.end();
        return right;
    }

    Cell cell() {
        return cell;
    }

    BadLines problems() {
        return problems;
    }

    SortedMap<YearMonth, Map<Measure, BigDecimal>> totals() {
        SortedMap<YearMonth, Map<Measure, BigDecimal>> sums = new TreeMap<>();
        for (int index = 0; index < monthTotals.length; index++) {
            if (monthTotals[index] != null) {
                sums.put(YearMonth.of(FIRST_YEAR + index / 12, index % 12 + 1), monthTotals[index].sums());
            }
        }
        return sums;
    }

    /** @return months since January of the first year, or -1 where year or month is wrong, which is then noted */
    private int month() {
        int fiscalYear = year.read(reader, problems);
        int number = month.read(reader, problems);
        if (fiscalYear < 0 || number < 0) {
            return -1;
        }
        int index = (fiscalYear - FIRST_YEAR - (number >= 10 ? 1 : 0)) * 12 + number - 1;
        if (monthTexts[index] == null) {
            YearMonth calendarMonth = new FiscalYear(fiscalYear).month(Month.of(number));
            monthTexts[index] = calendarMonth.atDay(1).toString().getBytes(StandardCharsets.US_ASCII);
            monthTotals[index] = new MonthTotal();
        }
        return index;
    }
}
