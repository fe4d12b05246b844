package org.puente.statistics.cbp;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.puente.statistics.dataset.Dataset;
import org.puente.statistics.dataset.Measure;
import org.puente.statistics.release.ReleaseKind;

class OfficialFileTest {

    private static final String HEADER =
            "FY,Month (abbv),Component,Region,Land Filter,Area of Responsibility,Drug Type,"
                    + "Count of Event,Sum Qty (lbs)\r\n";
    private static final String LINE =
            "2020,APR,Office of Field Operations,Coastal/Interior,Other,ATLANTA FIELD OFFICE,Cocaine,2,0.330693393\r\n";

    /** Month, region, component, land, area, drug, events, weight: ordinals as in reference/codes.csv. */
    private static final String ROW = "2020-04-01\t2\t0\t1\t0\t0\t2\t0.330693393\n";

    /** Each is the same line in another dress. */
    static Stream<String> variants() {
        return Stream.of(
                HEADER + LINE,
                "\uFEFF" + HEADER + LINE,
                (HEADER + LINE).replace("\r\n", "\n"),
                (HEADER + LINE).stripTrailing(),
                HEADER + LINE.replace("ATLANTA FIELD OFFICE", "\"ATLANTA FIELD OFFICE\""),
                HEADER + LINE.replace("ATLANTA FIELD OFFICE", " Atlanta  Field Office "),
                HEADER + "\r\n" + LINE + "\r\n",
                HEADER.toUpperCase(Locale.ROOT).replace("FY", " fiscal year ") + LINE,
                HEADER.replace("Region", "Land Border Region") + LINE.replace("Coastal/Interior", "other"),
                HEADER + LINE.replace("2020", "2020 (FYTD)"),
                "Sum Qty (lbs),Count of Event,Drug Type,Area of Responsibility,Land Filter,Region,Component,Month (abbv),FY\n"
                        + "0.330693393,2,COCAINE,ATLANTA FIELD OFFICE,OTHER,Coastal/Interior,Office of Field Operations,apr,2020\n",
                HEADER.replace("\r\n", ",Month Grouping\r\n") + LINE.replace("\r\n", ",Remaining\r\n"));
    }

    @ParameterizedTest
    @MethodSource("variants")
    void theDressOfAFileDoesNotMatter(String text) throws IOException {
        assertThat(rows(text)).containsExactly(ROW);
    }

    @Test
    void octoberToDecemberLieInTheCalendarYearBefore() throws IOException {
        String text =
                HEADER + LINE.replace("2020,APR", "2026 (FYTD),OCT") + LINE.replace("2020,APR", "2026 (FYTD),JAN");
        assertThat(rows(text)).extracting(row -> row.substring(0, 10)).containsExactly("2025-10-01", "2026-01-01");
    }

    @Test
    void totalsAddUpByMonthAndMeasureAndKeepEveryDigit() throws IOException {
        OfficialFile file = open(HEADER
                + LINE
                + LINE.replace("Cocaine,2,0.330693393", "Lsd,1,8.81849048e-05")
                + LINE.replace("Cocaine,2,0.330693393", "Heroin,1,0.0"));
        file.read(CodeBookTest.known(Dataset.DRUG_SEIZURES), (line, cell) -> {});
        assertThat(file.kind()).isEqualTo(ReleaseKind.DRUG_SEIZURES);
        assertThat(file.rows()).isEqualTo(3);
        assertThat(file.totals())
                .containsExactly(Map.entry(
                        YearMonth.of(2020, 4),
                        Map.of(
                                Measure.EVENTS,
                                BigDecimal.valueOf(4),
                                Measure.WEIGHT,
                                new BigDecimal("0.3307815779048"))));
    }

    @Test
    void aLineThatTheBufferCutsIsReadAsAnyOther() throws IOException {
        int lines = 20_000;
        StringBuilder text = new StringBuilder(HEADER);
        for (int line = 0; line < lines; line++) {
            text.append(LINE.replace(",2,", "," + line + ","));
        }
        OfficialFile file = OfficialFile.open(trickling(text.toString()));
        List<Long> numbers = new ArrayList<>();
        file.read(CodeBookTest.known(Dataset.DRUG_SEIZURES), (line, cell) -> numbers.add(line));
        assertThat(numbers).hasSize(lines).startsWith(2L).endsWith(lines + 1L);
        assertThat(file.totals().get(YearMonth.of(2020, 4)).get(Measure.EVENTS))
                .isEqualByComparingTo(BigDecimal.valueOf(lines * (lines - 1L) / 2));
    }

    @Test
    void aQuoteThatIsNeverClosedSpoilsOnlyItsLine() throws IOException {
        OfficialFile file = open(HEADER + LINE.replace("ATLANTA", "\"ATLANTA") + LINE);
        List<Long> right = new ArrayList<>();
        file.read(CodeBookTest.known(Dataset.DRUG_SEIZURES), (line, cell) -> right.add(line));
        assertThat(right).containsExactly(3L);
        assertThat(file.problems().refusal().extensions()).containsEntry("badLines", 1L);
    }

    @Test
    void aQuoteInsideOfAQuotedFieldIsDoubled() throws IOException {
        CsvReader reader = new CsvReader(new ByteArrayInputStream("\"a \"\"b\"\", c\",,d\n".getBytes(UTF_8)));
        assertThat(reader.next()).isTrue();
        assertThat(reader.texts()).containsExactly("a \"b\", c", "", "d");
        assertThat(reader.next()).isFalse();
    }

    private static List<String> rows(String text) throws IOException {
        List<String> rows = new ArrayList<>();
        open(text)
                .read(
                        CodeBookTest.known(Dataset.DRUG_SEIZURES),
                        (line, cell) -> rows.add(new String(cell.row(), 0, cell.rowLength(), US_ASCII)));
        return rows;
    }

    private static OfficialFile open(String text) throws IOException {
        return OfficialFile.open(new ByteArrayInputStream(text.getBytes(UTF_8)));
    }

    /** Gives a few bytes at a time, as a network does. */
    private static InputStream trickling(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8)) {
            @Override
            public int read(byte[] bytes, int offset, int length) {
                return super.read(bytes, offset, Math.min(length, 1021));
            }
        };
    }
}
