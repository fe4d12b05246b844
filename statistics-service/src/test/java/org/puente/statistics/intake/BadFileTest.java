package org.puente.statistics.intake;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.puente.statistics.testsupport.Publisher.asPublisher;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.puente.kit.problem.Refusal;
import org.puente.statistics.cbp.BadFile;
import org.puente.statistics.cbp.BadLine;
import org.puente.statistics.testsupport.OwnDatabase;
import org.puente.statistics.testsupport.Rows;

/** Whatever is wrong with a file is said, and no trace of it is kept. */
@QuarkusTest
@TestProfile(OwnDatabase.class)
class BadFileTest {

    private static final String HEADER = "Fiscal Year,Month Grouping,Month (abbv),Component,Land Border Region,"
            + "Area of Responsibility,AOR (Abbv),Demographic,Citizenship,Title of Authority,Encounter Type,Encounter Count\r\n";
    private static final String GOOD =
            "2020,FYTD,APR,Office of Field Operations,Northern Land Border,Boston Field Office,"
                    + "Boston,FMUA,BRAZIL,Title 8,Inadmissibles,3\r\n";
    private static final String DRUG_HEADER = "FY,Month (abbv),Component,Region,Land Filter,Area of Responsibility,"
            + "Drug Type,Count of Event,Sum Qty (lbs)\r\n";
    private static final String DRUG =
            "2020,APR,Office of Field Operations,Coastal/Interior,Other,ATLANTA FIELD OFFICE,Ketamine,1,0.0\r\n";

    private static final String COUNT = "a whole number from 0 to 2147483647, only digits,";
    private static final String POUNDS = "a decimal number of pounds, 0 or more, below a billion,";

    @Inject
    DataSource dataSource;

    @Inject
    IntakeTransaction transaction;

    private String before;

    @BeforeEach
    void remember() {
        before = Rows.trace(dataSource);
    }

    @AfterEach
    void nothingIsKept() {
        assertThat(Rows.trace(dataSource)).isEqualTo(before);
    }

    static Stream<Arguments> wrongValues() {
        return Stream.of(
                arguments("Inadmissibles,3", "Inadmissibles,<5", "Encounter Count", "<5", COUNT),
                arguments("Inadmissibles,3", "Inadmissibles,*", "Encounter Count", "*", COUNT),
                arguments("Inadmissibles,3", "Inadmissibles,\"1,234\"", "Encounter Count", "1,234", COUNT),
                arguments("Inadmissibles,3", "Inadmissibles,-1", "Encounter Count", "-1", COUNT),
                arguments("Inadmissibles,3", "Inadmissibles,", "Encounter Count", "", COUNT),
                arguments("Inadmissibles,3", "Inadmissibles,   ", "Encounter Count", "", COUNT),
                arguments("Inadmissibles,3", "Inadmissibles,3.5", "Encounter Count", "3.5", COUNT),
                arguments("Inadmissibles,3", "Inadmissibles,2147483648", "Encounter Count", "2147483648", COUNT),
                arguments(
                        "Inadmissibles,3",
                        "Inadmissibles,99999999999999999999999",
                        "Encounter Count",
                        "99999999999999999999999",
                        COUNT),
                arguments(
                        "APR",
                        "SEPT",
                        "Month (abbv)",
                        "SEPT",
                        "one of JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC"),
                arguments(
                        "APR", "EBM", "Month (abbv)", "EBM", "one of JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC"),
                arguments("2020", "202X", "Fiscal Year", "202X", "a fiscal year such as 2025 or 2026 (FYTD)"),
                arguments("2020", "1820", "Fiscal Year", "1820", "a fiscal year such as 2025 or 2026 (FYTD)"),
                arguments(
                        "Office of Field Operations",
                        "Coast Guard",
                        "Component",
                        "Coast Guard",
                        "one of Office of Field Operations, U.S. Border Patrol"),
                arguments(
                        "Northern Land Border",
                        "Eastern Land Border",
                        "Land Border Region",
                        "Eastern Land Border",
                        "one of Southwest Land Border, Northern Land Border, Other"),
                arguments(
                        "FMUA",
                        "Elders",
                        "Demographic",
                        "Elders",
                        "one of Single Adults, FMUA, UC / Single Minors, Accompanied Minors"),
                arguments("Title 8", "Title 9", "Title of Authority", "Title 9", "one of Title 8, Title 42"),
                arguments(
                        "Inadmissibles",
                        "Visitors",
                        "Encounter Type",
                        "Visitors",
                        "one of Apprehensions, Inadmissibles, Expulsions"),
                arguments(
                        "CUBA",
                        "",
                        "Citizenship",
                        "",
                        "a name of at most 100 characters, and no more than 256 different ones,"));
    }

    @ParameterizedTest
    @MethodSource("wrongValues")
    void aWrongValueIsNamedWithItsLineColumnAndWhatWouldBeRight(
            String right, String wrong, String column, String value, String expected) {
        refused(HEADER + GOOD + GOOD.replace("BRAZIL", "CUBA").replace(right, wrong))
                .body("detail", equalTo("1 line is wrong; nothing was imported"))
                .body("badLines", equalTo(1))
                .body("lines", hasSize(1))
                .body("lines[0].line", equalTo(3))
                .body("lines[0].column", equalTo(column))
                .body("lines[0].value", equalTo(value))
                .body("lines[0].expected", equalTo(expected))
                .body("violations[0].field", equalTo("line 3, " + column))
                .body("violations[0].reason", equalTo("'" + value + "' stands where " + expected + " is expected"));
    }

    static Stream<Arguments> wrongDrugValues() {
        return Stream.of(
                arguments("0.0", "-0.5", "Sum Qty (lbs)", "-0.5", POUNDS),
                arguments("0.0", "", "Sum Qty (lbs)", "", POUNDS),
                arguments("0.0", "NaN", "Sum Qty (lbs)", "NaN", POUNDS),
                arguments("0.0", "1e99", "Sum Qty (lbs)", "1e99", POUNDS),
                arguments("0.0", "\"1,200.5\"", "Sum Qty (lbs)", "1,200.5", POUNDS),
                arguments("Ketamine,1", "Ketamine,1.5", "Count of Event", "1.5", COUNT),
                arguments(
                        "Coastal/Interior",
                        "Gulf",
                        "Region",
                        "Gulf",
                        "one of Southwest Border, Northern Border, Coastal/Interior"),
                arguments("Other,ATLANTA", "Sea,ATLANTA", "Land Filter", "Sea", "one of Land Only, Other"));
    }

    @ParameterizedTest
    @MethodSource("wrongDrugValues")
    void aWrongValueOfADrugFileIsNamedToo(String right, String wrong, String column, String value, String expected) {
        refused(DRUG_HEADER + DRUG.replace(right, wrong))
                .body("lines[0].line", equalTo(2))
                .body("lines[0].column", equalTo(column))
                .body("lines[0].value", equalTo(value))
                .body("lines[0].expected", equalTo(expected));
    }

    @Test
    void theFirstTwentyOfManyBadLinesAreNamedAndAllAreCounted() {
        StringBuilder file = new StringBuilder(HEADER);
        for (int line = 0; line < 1000; line++) {
            file.append(GOOD.replace("Inadmissibles,3", "Inadmissibles,<" + line));
        }
        refused(file.toString())
                .body("badLines", equalTo(1000))
                .body("lines", hasSize(20))
                .body("lines[19].line", equalTo(21))
                .body("lines[19].value", equalTo("<19"));
    }

    @Test
    void everyLineThatRepeatsAnotherIsNamed() {
        String other = GOOD.replace("BRAZIL", "CUBA");
        refused(HEADER + GOOD + other + GOOD.replace("Inadmissibles,3", "Inadmissibles,4") + GOOD)
                .body("badLines", equalTo(2))
                .body("lines.line", equalTo(List.of(4, 5)))
                .body("lines[0].value", equalTo("the month and codes of line 2"))
                .body("lines[0].expected", equalTo("one line for each month and combination of codes"));
    }

    @Test
    void linesThatRepeatOthersAreNamedBesideOtherBadLines() {
        String other = GOOD.replace("BRAZIL", "CUBA");
        refused(HEADER + GOOD + other + GOOD + other.replace("CUBA,Title 8", "CUBA,Title 9") + other)
                .body("badLines", equalTo(3))
                .body("lines.line", equalTo(List.of(4, 5, 6)))
                .body("lines[0].value", equalTo("the month and codes of line 2"))
                .body("lines[1].value", equalTo("Title 9"))
                .body("lines[2].value", equalTo("the month and codes of line 3"));
    }

    @Test
    void ofManyLinesThatRepeatOthersTheFirstTwentyAreNamed() {
        String other = GOOD.replace("APR", "MAY");
        refused(HEADER + GOOD + other + other.repeat(30) + GOOD.repeat(30))
                .body("badLines", equalTo(60))
                .body("lines", hasSize(20))
                .body("lines.line", equalTo(IntStream.range(4, 24).boxed().toList()))
                .body("lines.value", everyItem(equalTo("the month and codes of line 3")));
    }

    @Test
    void linesThatRepeatOthersInAFileTooLargeForMemoryAreFoundByTheDatabase() throws IOException {
        String other = GOOD.replace("BRAZIL", "CUBA");
        byte[] file = (HEADER + GOOD + other + GOOD + GOOD).getBytes(UTF_8);
        try (SpooledFile spooled =
                SpooledFile.receive(new ByteArrayInputStream(file), Files.createTempDirectory("spool"), 10_000)) {
            BadFile named = transaction.call(connection -> DuplicateKeys.named(connection, spooled));
            assertThat(named.extensions())
                    .containsEntry("badLines", 2L)
                    .containsEntry("lines", List.of(BadLine.repeat(4, 2), BadLine.repeat(5, 2)));
        }
    }

    @Test
    void theDatabaseFindsNoRepeatsWhereLinesAreWrongButNamesThese() throws IOException {
        byte[] file = (HEADER + GOOD + GOOD + GOOD.replace("Inadmissibles,3", "Inadmissibles,x")).getBytes(UTF_8);
        try (SpooledFile spooled =
                SpooledFile.receive(new ByteArrayInputStream(file), Files.createTempDirectory("spool"), 10_000)) {
            assertThatThrownBy(() -> transaction.call(connection -> DuplicateKeys.named(connection, spooled)))
                    .isInstanceOfSatisfying(BadFile.class, wrong -> {
                        assertThat(wrong.extensions()).containsEntry("badLines", 1L);
                        assertThat(wrong.violations().get(0).field()).isEqualTo("line 4, Encounter Count");
                    });
        }
    }

    @Test
    void aLineWithAFieldTooManyOrTooFewIsNamed() {
        refused(HEADER + GOOD.replace("BRAZIL", "CHINA, PEOPLES REPUBLIC OF") + GOOD.replace("BRAZIL,", ""))
                .body("lines.value", equalTo(List.of("13 fields", "11 fields")))
                .body("lines[0].expected", equalTo("12 fields, as in the header,"));
    }

    @Test
    void aFieldOfOneMebibyteIsNamedAndNotKeptInMemory() {
        refused(HEADER
                        + GOOD.replace("BRAZIL", "B".repeat(1 << 20))
                        + GOOD.replace("Inadmissibles,3", "Inadmissibles,x"))
                .body("badLines", equalTo(2))
                .body("lines[0].line", equalTo(2))
                .body("lines[0].expected", equalTo("a CSV record on one line of at most 16384 bytes"))
                .body("lines[1].line", equalTo(3))
                .body("lines[1].value", equalTo("x"));
    }

    @Test
    void aNameIsShortenedInTheAnswer() {
        refused(HEADER + GOOD.replace("BRAZIL", "B".repeat(5000)))
                .body("lines[0].column", equalTo("Citizenship"))
                .body("lines[0].value", equalTo("B".repeat(80) + "…"));
    }

    @Test
    void anotherCharsetIsNamedWhereItMatters() {
        byte[] latin = (HEADER + GOOD.replace("BRAZIL", "CÔTE D'IVOIRE")).getBytes(ISO_8859_1);
        refused(latin)
                .body("lines[0].column", equalTo("Citizenship"))
                .body("lines[0].expected", equalTo("text in UTF-8"));
        refused((HEADER + GOOD).getBytes(UTF_16)).body("detail", equalTo("The file is not text in UTF-8"));
    }

    static Stream<Arguments> notOfficialFiles() throws IOException {
        byte[] noise = new byte[4096];
        new SplittableRandom(7).nextBytes(noise);
        for (int at = 0; at < noise.length; at++) {
            noise[at] = noise[at] == '\n' || noise[at] == '\r' || noise[at] == '"' ? (byte) 0xFF : noise[at];
        }
        byte[] packed = packed((HEADER + GOOD).getBytes(UTF_8));
        return Stream.of(
                arguments(new byte[0], "The file is empty"),
                arguments("\r\n\r\n".getBytes(UTF_8), "The file is empty"),
                arguments(HEADER.getBytes(UTF_8), "The file has a header and no lines"),
                arguments(new byte[] {0, 1, 2, 3, 0, '\n', 5}, "The file is not text in UTF-8"),
                arguments(noise, "The file is not text in UTF-8"),
                arguments("<!DOCTYPE html>\n<html><body>404</body></html>".getBytes(UTF_8), "The file is a web page"),
                arguments(Arrays.copyOf(packed, packed.length - 20), "The gzip file is cut off"),
                arguments(Arrays.copyOf(packed, 5), "The gzip file is cut off"),
                arguments(damaged(packed), "The gzip file is damaged"));
    }

    @ParameterizedTest
    @MethodSource("notOfficialFiles")
    void whatIsNoOfficialFileIsSaidToBeNone(byte[] body, String detail) {
        refused(body).body("detail", containsString(detail)).body("violations[0].field", equalTo("file"));
    }

    static Stream<Arguments> wrongHeaders() {
        String unknown = "The header belongs to no known kind of file; it comes closest to encounters-by-area";
        return Stream.of(
                arguments(HEADER.replace(",Encounter Count", ""), unknown, List.of("Encounter Count is missing")),
                arguments(
                        HEADER.replace("Citizenship", "Nationality"),
                        unknown,
                        List.of("Citizenship is missing", "Nationality is not a column of encounters-by-area")),
                arguments(
                        HEADER.replace("Citizenship", "C".repeat(100)),
                        unknown,
                        List.of("Citizenship is missing", "C".repeat(80) + "… is not a column of encounters-by-area")),
                arguments(
                        HEADER.replace("Component", "Land Border Region"),
                        "The header has a column twice",
                        List.of("Land Border Region stands there more than once")));
    }

    @ParameterizedTest
    @MethodSource("wrongHeaders")
    void eachFaultOfAHeaderIsToldOnce(String file, String detail, List<String> reasons) {
        refused(file)
                .body("detail", equalTo(detail))
                .body("violations.reason", equalTo(reasons))
                .body("violations.field", everyItem(equalTo("header")));
    }

    @Test
    void anUnknownHeaderIsAnsweredByTheKnownKindsAndWhatTheyMiss() {
        refused("Fiscal Year,Month (abbv),State,Encounter Count\n2020,APR,TX,1\n")
                .body("kinds.kind", equalTo(List.of("encounters-by-area", "encounters-by-state", "drug-seizures")))
                .body(
                        "kinds[1].missing",
                        equalTo(List.of("Land Border Region", "Demographic", "Citizenship", "Title of Authority")));
    }

    @Test
    void aFileThatUnpacksToMoreThanTheLimitIsRefusedBeforeItFillsTheDisk() throws IOException {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bomb)) {
            byte[] zeros = new byte[1 << 20];
            for (int mebibyte = 0; mebibyte < 257; mebibyte++) {
                gzip.write(zeros);
            }
        }
        post(bomb.toByteArray())
                .statusCode(413)
                .contentType("application/problem+json")
                .body("detail", equalTo("The file may have 268435456 bytes once unpacked; it has more"));
    }

    @Test
    void aFileThatTheDiskHasNoRoomForIsRefusedForThatReason() throws IOException {
        try (OutputStream full = new FileOutputStream("/dev/full")) {
            assertThatThrownBy(() ->
                            SpooledFile.unpack(new ByteArrayInputStream((HEADER + GOOD).getBytes(UTF_8)), full, 10_000))
                    .isInstanceOfSatisfying(
                            Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.NO_SPACE))
                    .hasMessage("The service has no space left to receive the file; nothing was imported");
        }
    }

    @Test
    void aFileThatWasPublishedBeforeItsLastMonthIsRefused() {
        asPublisher()
                .body((HEADER + GOOD).getBytes(UTF_8))
                .contentType("text/csv")
                .post("/v1/releases?publishedOn=2020-03")
                .then()
                .statusCode(422)
                .body("detail", equalTo("The file covers 2020-04, so it was not published in 2020-03 (publishedOn)"));
    }

    @Test
    void aDateThatIsNoneIsRefusedBeforeTheFileIsRead() {
        asPublisher()
                .body((HEADER + GOOD).getBytes(UTF_8))
                .contentType("text/csv")
                .post("/v1/releases?publishedOn=October")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("publishedOn"));
    }

    private static ValidatableResponse refused(String file) {
        return refused(file.getBytes(UTF_8));
    }

    private static ValidatableResponse refused(byte[] file) {
        return post(file)
                .statusCode(422)
                .contentType("application/problem+json")
                .body("title", equalTo("Unprocessable Content"));
    }

    private static ValidatableResponse post(byte[] file) {
        return asPublisher()
                .body(file)
                .contentType("application/octet-stream")
                .post("/v1/releases")
                .then();
    }

    private static byte[] packed(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    private static byte[] damaged(byte[] packed) {
        byte[] damaged = packed.clone();
        damaged[packed.length - 6] ^= 0x55;
        return damaged;
    }
}
