package org.puente.statistics.cbp;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.puente.statistics.dataset.Measure;
import org.puente.statistics.release.ReleaseKind;

/** An official file while it is read, once, from its header to its last line. */
public final class OfficialFile {

    /** Takes the cells as they are read. */
    public interface Cells {

        /** @param line number of the line in the file */
        void accept(long line, Cell cell) throws IOException;
    }

    private final CsvReader reader;
    private final Header header;
    private long rows;
    private SortedMap<YearMonth, Map<Measure, BigDecimal>> totals;
    private BadLines problems = new BadLines();

    private OfficialFile(CsvReader reader, Header header) {
        this.reader = reader;
        this.header = header;
    }

    /** Reads the header. @throws BadFile where no kind of file has it */
    public static OfficialFile open(InputStream csv) throws IOException {
        CsvReader reader = new CsvReader(csv);
        return new OfficialFile(reader, Header.read(reader));
    }

    public ReleaseKind kind() {
        return header.layout().kind();
    }

    /** Columns of the kind's table that the cells fill, from the month on. */
    public List<String> columns() {
        return Stream.of(
                        Stream.of("month"),
                        header.layout().dimensions().stream()
                                .map(column -> column.dimension().code()),
                        header.layout().measures().stream()
                                .map(column -> column.measure().code()))
                .flatMap(names -> names)
                .toList();
    }

    /**
     * Reads all lines and hands on the right ones, those beside {@link #problems()} included.
     *
     * @throws BadFile where there are no lines at all
     */
    public void read(CodeBook book, Cells cells) throws IOException {
        LineReader lines = new LineReader(reader, header, book);
        problems = lines.problems();
        while (reader.next()) {
            rows++;
            if (lines.read()) {
                cells.accept(reader.line(), lines.cell());
            }
        }
        if (rows == 0) {
            throw BadFile.because("The file has a header and no lines");
        }
        totals = lines.totals();
    }

    /** What is wrong with the lines read so far. */
    public BadLines problems() {
        return problems;
    }

    /** Lines after the header, bad ones included. */
    public long rows() {
        return rows;
    }

    /** Bytes read so far. */
    public long bytes() {
        return reader.bytes();
    }

    /** What each month adds up to; known once everything was read. */
    public SortedMap<YearMonth, Map<Measure, BigDecimal>> totals() {
        return totals;
    }
}
