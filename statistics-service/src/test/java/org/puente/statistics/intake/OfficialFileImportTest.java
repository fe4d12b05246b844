package org.puente.statistics.intake;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.puente.statistics.testsupport.Publisher.asPublisher;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.puente.statistics.testsupport.OfficialFiles;
import org.puente.statistics.testsupport.OwnDatabase;
import org.puente.statistics.testsupport.Rows;

/** Expected numbers are sums of the official files by awk, and those that CBP itself published. */
@QuarkusTest
@TestProfile(OwnDatabase.class)
class OfficialFileImportTest {

    private static final String RECONCILIATION = "checks.find { it.check == 'area-against-state' }";

    @Inject
    DataSource dataSource;

    @Test
    void theAreaFileBecomesARelease() {
        String id = OfficialFiles.ENCOUNTERS_2024_10.imported();
        assertThat(id).startsWith("encounters-by-area-2024-10-");
        given().get("/v1/releases/" + id)
                .then()
                .statusCode(200)
                .body("rows", equalTo(68815))
                .body("totals.encounters", equalTo(646822 + 1956519 + 2766582 + 3201144 + 2901142))
                .body("months.first", equalTo("2019-10"))
                .body("months.last", equalTo("2024-09"))
                .body("months.count", equalTo(60))
                .body("estimated", equalTo(false));
    }

    @ParameterizedTest
    @CsvSource({
        "2023-11-01, 2023-11-01, southwest, , 242399",
        "2022-10-01, 2023-09-01, southwest, , 2475669",
        "2023-11-01, 2023-11-01, southwest, usbp, 191106",
        "2019-10-01, 2020-09-01, , , 646822",
        "2020-10-01, 2021-09-01, , , 1956519",
        "2021-10-01, 2022-09-01, , , 2766582",
        "2022-10-01, 2023-09-01, , , 3201144",
        "2023-10-01, 2024-09-01, , , 2901142",
    })
    void theCellsOfTheAreaFileAddUpToThePublishedTotals(
            String from, String to, String region, String component, long expected) {
        String id = OfficialFiles.ENCOUNTERS_2024_10.imported();
        assertThat(Rows.number(
                        dataSource,
                        "select sum(encounters) from encounter_by_area c join release r using (release_no)"
                                + " join code g on (g.dataset, g.dimension, g.ordinal) = ('ENCOUNTERS', 'REGION', c.region)"
                                + " join code p on (p.dataset, p.dimension, p.ordinal) = ('ENCOUNTERS', 'COMPONENT', c.component)"
                                + " where r.id = ? and month between ?::date and ?::date"
                                + " and g.code = coalesce(?, g.code) and p.code = coalesce(?, p.code)",
                        id,
                        from,
                        to,
                        region,
                        component))
                .isEqualByComparingTo(BigDecimal.valueOf(expected));
    }

    @ParameterizedTest
    @CsvSource({
        "2023-10-01, , 37433.20",
        "2023-11-01, , 48175.47",
        "2023-10-01, methamphetamine, 11770.42",
        "2023-11-01, methamphetamine, 18152.93",
    })
    void theCellsOfTheDrugFileAddUpToThePublishedWeights(String month, String drug, BigDecimal expected) {
        String id = OfficialFiles.DRUGS_2026_01.imported();
        assertThat(Rows.number(
                        dataSource,
                        "select round(sum(weight), 2) from drug_seizure c join release r using (release_no)"
                                + " join code d on (d.dataset, d.dimension, d.ordinal) = ('DRUG_SEIZURES', 'DRUG', c.drug)"
                                + " where r.id = ? and month = ?::date and d.code = coalesce(?, d.code)",
                        id,
                        month,
                        drug))
                .isEqualByComparingTo(expected);
    }

    /** 71 cells of fiscal year 2023 are printed with other last digits in the later file, and none says anything else. */
    @Test
    void theDrugFilesDifferInNothingButNoise() {
        String earlier = OfficialFiles.DRUGS_2023_11.imported();
        String later = OfficialFiles.DRUGS_2026_01.imported();
        given().get("/v1/releases/" + later + "/changes?since=" + earlier)
                .then()
                .statusCode(200)
                .body("monthsCompared", equalTo(12))
                .body("total", equalTo(0));
    }

    @Test
    void referenceReleasesAnswerBeforeAnyImport() {
        assertThat(Rows.number(
                        dataSource,
                        "select sum(encounters) from encounter_total join release using (release_no)"
                                + " where kind = 'ENCOUNTERS_MONTHLY_TOTALS' and region = 0"
                                + " and month between '2022-10-01' and '2023-09-01'"))
                .isEqualByComparingTo("2475669");
        assertThat(Rows.number(dataSource, "select count(*) from release where kind = 'ENCOUNTERS_FIRST_PRINTS'"))
                .isEqualByComparingTo("3");
    }

    @Test
    void aStateFileOfTheAreaFilesOwnCellsReconciles() throws IOException {
        String area = OfficialFiles.ENCOUNTERS_2024_10.imported();
        given().get("/v1/releases/" + imported(byState(cells())))
                .then()
                .body(RECONCILIATION + ".outcome", equalTo("passed"))
                .body(RECONCILIATION + ".count", equalTo(0))
                .body(RECONCILIATION + ".detail", startsWith("60 months compared"))
                .body(RECONCILIATION + ".against", equalTo(area));
    }

    @Test
    void aStateFileWithOneChangedCellNamesThatCell() throws IOException {
        OfficialFiles.ENCOUNTERS_2024_10.imported();
        Map<String, Long> cells = cells();
        String changed = "2024,NOV|Southwest Land Border|FMUA,VENEZUELA,Title 8";
        long right = cells.merge(changed, 1L, Long::sum) - 1;
        given().get("/v1/releases/" + imported(byState(cells)))
                .then()
                .body(RECONCILIATION + ".outcome", equalTo("differs"))
                .body(RECONCILIATION + ".count", equalTo(1))
                .body(RECONCILIATION + ".findings[0].month", equalTo("2023-11"))
                .body(
                        RECONCILIATION + ".findings[0].key",
                        equalTo(Map.of(
                                "region", "southwest",
                                "demographic", "family-unit",
                                "citizenship", "VEN",
                                "authority", "title-8")))
                .body(RECONCILIATION + ".findings[0].value", equalTo((int) right + 1))
                .body(RECONCILIATION + ".findings[0].other", equalTo((int) right));
    }

    /** Sums of the area file by what the state file has as well, read without the reader under test. */
    private static Map<String, Long> cells() throws IOException {
        Map<String, Long> cells = new TreeMap<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(OfficialFiles.ENCOUNTERS_2024_10.path())), UTF_8))) {
            lines.readLine();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] field = line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)");
                String key =
                        field[0] + "," + field[2] + "|" + field[4] + "|" + field[7] + "," + field[8] + "," + field[9];
                cells.merge(key, Long.valueOf(field[11]), Long::sum);
            }
        }
        return cells;
    }

    private static byte[] byState(Map<String, Long> cells) {
        StringBuilder file =
                new StringBuilder("Fiscal Year,Month (abbv),Land Border Region,State,Demographic,Citizenship,"
                        + "Title of Authority,Encounter Count\r\n");
        cells.forEach((key, count) -> {
            String[] parts = key.split("\\|");
            file.append(String.join(",", parts[0], parts[1], "TX", parts[2], count.toString()))
                    .append("\r\n");
        });
        return file.toString().getBytes(UTF_8);
    }

    private static String imported(byte[] file) {
        return asPublisher()
                .contentType("text/csv")
                .body(file)
                .post("/v1/releases?publishedOn=2024-10")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }
}
