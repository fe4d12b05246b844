package org.puente.statistics.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.guava.GuavaModule;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.ssb.jsonstat.JsonStatModule;
import no.ssb.jsonstat.v2.Dataset;
import no.ssb.jsonstat.v2.DatasetBuildable;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.puente.statistics.dataset.Dimension;
import org.puente.statistics.release.ReleaseKind;
import org.puente.statistics.series.QueryParser;
import org.puente.statistics.series.SeriesAnswer;
import org.puente.statistics.testsupport.Ledger;

/** Every format is read by a reader that others wrote, and must say what the JSON says. */
class FormatsTest {

    private static final org.puente.statistics.dataset.Dataset DRUGS =
            org.puente.statistics.dataset.Dataset.DRUG_SEIZURES;
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    private static SeriesAnswer answer;
    private static SeriesAnswer fiscal;

    /** Two drugs, one with a name that every format must escape, two months and a third that nothing covers. */
    @BeforeAll
    static void answer() {
        Ledger ledger = Ledger.empty()
                .codes(DRUGS, Dimension.REGION, "southwest")
                .codes(DRUGS, Dimension.COMPONENT, "usbp")
                .codes(DRUGS, Dimension.LAND, "land")
                .codes(DRUGS, Dimension.AREA, "tucson")
                .codes(DRUGS, Dimension.DRUG, "say \"né\", or\\not", "heroin");
        YearMonth october = YearMonth.of(2023, 10);
        int number = ledger.release("drugs", ReleaseKind.DRUG_SEIZURES, "2024-01", october, october.plusMonths(1));
        ledger.run("insert into drug_seizure values (" + number + ", '2023-10-01', 0, 0, 0, 0, 0, 3, 1234.5678901239),"
                + " (" + number + ", '2023-11-01', 0, 0, 0, 0, 0, 1, 0.0000000004), (" + number
                + ", '2023-11-01', 0, 0, 0, 0, 1, 2, 1000000)");
        Map<String, String> parameters =
                new LinkedHashMap<>(Map.of("groupBy", "drug", "from", "2023-10", "to", "2023-12"));
        answer = ledger.engine().run(QueryParser.parse(DRUGS, parameters, ledger.codesOf(DRUGS)));
        parameters.put("freq", "fiscal-quarter");
        parameters.put("region", "southwest");
        fiscal = ledger.engine().run(QueryParser.parse(DRUGS, parameters, ledger.codesOf(DRUGS)));
    }

    private static byte[] written(Format format, SeriesAnswer what) {
        return format.writer(what, "").finished();
    }

    /** Drug and period to value; null where it is missing. */
    private static Map<String, BigDecimal> json() throws IOException {
        Map<String, BigDecimal> points = new LinkedHashMap<>();
        for (JsonNode series : JSON.readTree(written(Format.JSON, answer)).get("series")) {
            for (JsonNode point : series.get("points")) {
                JsonNode value = point.get("value");
                points.put(
                        series.at("/key/drug").textValue() + " "
                                + point.get("period").textValue(),
                        value.isNull() ? null : value.decimalValue());
            }
        }
        return points;
    }

    @Test
    void theJsonHasExactDecimalsAndSaysWhatIsMissing() throws IOException {
        Map<String, BigDecimal> expected = new LinkedHashMap<>();
        expected.put("heroin 2023-10", BigDecimal.ZERO);
        expected.put("heroin 2023-11", new BigDecimal("1000000"));
        expected.put("heroin 2023-12", null);
        expected.put("say \"né\", or\\not 2023-10", new BigDecimal("1234.567890124"));
        expected.put("say \"né\", or\\not 2023-11", BigDecimal.ZERO);
        expected.put("say \"né\", or\\not 2023-12", null);
        assertThat(json()).isEqualTo(expected);
        JsonNode whole = JSON.readTree(written(Format.JSON, answer));
        assertThat(whole.at("/series/0/points/2/status").textValue()).isEqualTo("missing");
        assertThat(whole.at("/series/0/points/1/status").textValue()).isEqualTo("provisional");
        assertThat(whole.get("unit").textValue()).isEqualTo("lb");
        assertThat(whole.at("/releases/0/id").textValue()).isEqualTo("drugs");
        assertThat(whole.at("/notes/0").textValue()).endsWith("are missing: 2023-12.");
        assertThat(whole.at("/noteCodes/0/code").textValue()).isEqualTo("months-missing");
        assertThat(whole.at("/noteCodes/0/values/spans/0").textValue()).isEqualTo("2023-12");
        assertThat(whole.get("citation").textValue()).isEqualTo("CBP, Title of drugs, published 2024-01 (drugs)");
        assertThat(whole.get("permalink").textValue())
                .isEqualTo("/v1/drug-seizures/series?groupBy=drug&measure=weight&from=2023-10&to=2023-12&freq=month"
                        + "&transform=level&order=code&limit=500&release=drugs");
        JsonNode quarter = JSON.readTree(written(Format.JSON, fiscal)).at("/series/0/points/0");
        assertThat(quarter.get("period").textValue()).isEqualTo("FY2024-Q1");
        assertThat(quarter.get("status").textValue()).isEqualTo("partial");
        assertThat(quarter.get("missingMonths").toString()).isEqualTo("[\"2023-12\"]");
    }

    @Test
    void commonsCsvReadsTheCsv() throws IOException {
        CSVFormat rfc4180 = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        Map<String, BigDecimal> points = new LinkedHashMap<>();
        try (CSVParser parser = CSVParser.parse(text(Format.CSV, answer), rfc4180)) {
            assertThat(parser.getHeaderNames())
                    .containsExactly("drug", "label", "period", "value", "status", "missingMonths", "unit", "releases");
            for (CSVRecord row : parser) {
                assertThat(row.isConsistent()).isTrue();
                points.put(row.get("drug") + " " + row.get("period"), number(row.get("value"), ""));
                assertThat(row.get("releases")).isEqualTo(row.get("period").equals("2023-12") ? "" : "drugs");
            }
        }
        assertThat(points).isEqualTo(json());
        assertThat(text(Format.CSV, answer)).endsWith("\r\n");
    }

    @Test
    void jacksonReadsEachLineOfTheNdjson() throws IOException {
        Map<String, BigDecimal> points = new LinkedHashMap<>();
        for (String line : text(Format.NDJSON, answer).split("\n")) {
            JsonNode point = JSON.readTree(line);
            points.put(
                    point.get("drug").textValue() + " " + point.get("period").textValue(),
                    point.get("value").isNull() ? null : point.get("value").decimalValue());
        }
        assertThat(points).isEqualTo(json());
    }

    @Test
    void jsonStatJavaReadsTheJsonStat() throws IOException {
        // This reader knows all of the standard but notes.
        ObjectMapper mapper = new ObjectMapper()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .registerModules(new JsonStatModule(), new Jdk8Module(), new JavaTimeModule(), new GuavaModule());
        Dataset dataset = mapper.readValue(written(Format.JSON_STAT, answer), DatasetBuildable.class)
                .build();
        assertThat(dataset.getId()).containsExactly("drug", "period");
        assertThat(dataset.getSize()).containsExactly(2, 3);
        Map<String, BigDecimal> points = new LinkedHashMap<>();
        dataset.asMap()
                .forEach((key, value) -> points.put(
                        String.join(" ", key),
                        value == null ? null : new BigDecimal(value.toString()).stripTrailingZeros()));
        Map<String, BigDecimal> expected = json();
        assertThat(points.keySet()).isEqualTo(expected.keySet());
        points.forEach((key, value) -> {
            if (expected.get(key) == null) {
                assertThat(value).as(key).isNull();
            } else {
                assertThat(value).as(key).isEqualByComparingTo(expected.get(key));
            }
        });
    }

    @Test
    void theSdmxCsvFollowsTheFieldGuide() throws IOException {
        CSVFormat csv = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        Map<String, BigDecimal> points = new LinkedHashMap<>();
        try (CSVParser parser = CSVParser.parse(text(Format.SDMX_CSV, answer), csv)) {
            assertThat(parser.getHeaderNames().subList(0, 3)).containsExactly("STRUCTURE", "STRUCTURE_ID", "ACTION");
            assertThat(parser.getHeaderNames())
                    .contains("FREQ", "REGION", "COMPONENT", "LAND", "AREA", "DRUG", "TIME_PERIOD", "OBS_VALUE")
                    .doesNotHaveDuplicates()
                    .allMatch(name -> name.matches("[A-Z][A-Z_]*"));
            for (CSVRecord row : parser) {
                assertThat(row.isConsistent()).isTrue();
                assertThat(row.get("STRUCTURE")).isEqualTo("dataflow");
                assertThat(row.get("STRUCTURE_ID")).matches("[A-Za-z0-9_.-]+:[A-Za-z0-9_-]+\\(\\d+\\.\\d+\\.\\d+\\)");
                assertThat(row.get("ACTION")).isEqualTo("I");
                assertThat(row.get("REGION")).isEqualTo("_T");
                assertThat(row.get("OBS_STATUS")).isEqualTo(row.get("OBS_VALUE").equals("NaN") ? "O" : "P");
                points.put(row.get("DRUG") + " " + row.get("TIME_PERIOD"), number(row.get("OBS_VALUE"), "NaN"));
            }
        }
        assertThat(points).isEqualTo(json());
        try (CSVParser parser = CSVParser.parse(text(Format.SDMX_CSV, fiscal), csv)) {
            CSVRecord row = parser.iterator().next();
            assertThat(row.get("TIME_PERIOD")).isEqualTo("2023-10-01/P3M");
            assertThat(row.get("REGION")).isEqualTo("southwest");
            assertThat(row.get("COVERAGE")).isEqualTo("partial");
        }
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void thePiecesOfAStreamAreTheWholeBody(Format format) {
        ByteArrayOutputStream streamed = new ByteArrayOutputStream();
        Iterator<byte[]> pieces = format.writer(answer, "").pieces();
        List<byte[]> all = new ArrayList<>();
        pieces.forEachRemaining(all::add);
        all.forEach(streamed::writeBytes);
        assertThat(streamed.toByteArray()).isEqualTo(written(format, answer));
    }

    private static String text(Format format, SeriesAnswer what) {
        return new String(written(format, what), StandardCharsets.UTF_8);
    }

    private static BigDecimal number(String text, String missing) {
        return text.equals(missing) ? null : new BigDecimal(text);
    }
}
