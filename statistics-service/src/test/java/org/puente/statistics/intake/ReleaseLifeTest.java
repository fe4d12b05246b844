package org.puente.statistics.intake;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.puente.statistics.testsupport.Publisher.asPublisher;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.puente.identity.Tokens;
import org.puente.statistics.cube.Cubes;
import org.puente.statistics.dataset.Codes;
import org.puente.statistics.release.Catalog;
import org.puente.statistics.release.Release;
import org.puente.statistics.testsupport.GeneratedFile;
import org.puente.statistics.testsupport.GeneratedFile.Format;
import org.puente.statistics.testsupport.OwnDatabase;
import org.puente.statistics.testsupport.Rows;

/** Releases from their import to their withdrawal, on small files of fiscal years that no other test has. */
@QuarkusTest
@TestProfile(OwnDatabase.class)
class ReleaseLifeTest {

    private static final String HEADER = "Fiscal Year,Month Grouping,Month (abbv),Component,Land Border Region,"
            + "Area of Responsibility,AOR (Abbv),Demographic,Citizenship,Title of Authority,Encounter Type,Encounter Count\r\n";
    private static final String STATE_HEADER = "Fiscal Year,Month Grouping,Month (abbv),Land Border Region,State,"
            + "Demographic,Citizenship,Title of Authority,Encounter Count\r\n";
    private static final String DRUG_HEADER = "FY,Month (abbv),Component,Region,Land Filter,Area of Responsibility,"
            + "Drug Type,Count of Event,Sum Qty (lbs)\r\n";

    @Inject
    DataSource dataSource;

    @Inject
    Catalog catalog;

    @Inject
    Cubes cubes;

    @Test
    void theSameContentIsOneReleaseWhetherPackedOrNot() throws IOException {
        String file = HEADER + area(2051, "JAN", "Yuma Sector", "MEXICO", 5);
        String id = imported(file, "2051-02");
        given().get("/v1/releases/" + id).then().body("contentSha256", equalTo(sha256(file)));
        post(file.getBytes(UTF_8), "2051-03").statusCode(200).body("id", equalTo(id));
        post(packed(file), "2051-02").statusCode(200).body("id", equalTo(id));
    }

    @Test
    void theDateOfPublicationIsEstimatedWhereItIsNotGiven() {
        asPublisher()
                .body((HEADER + area(2052, "JAN", "Yuma Sector", "MEXICO", 5)).getBytes(UTF_8))
                .contentType("text/csv")
                .header("Content-Disposition", "attachment; filename=\"encounters jan.csv\"")
                .post("/v1/releases")
                .then()
                .statusCode(201)
                .header("Location", containsString("/v1/releases/encounters-by-area-2052-02-"))
                .body("publishedOn", equalTo("2052-02"))
                .body("precision", equalTo("month"))
                .body("estimated", equalTo(true))
                .body("fileName", equalTo("encounters jan.csv"))
                .body("title", equalTo("Nationwide encounters by area of responsibility, fiscal year 2052"));
    }

    @Test
    void curlsOwnContentTypeIsTakenToo() {
        asPublisher()
                .config(io.restassured.RestAssured.config()
                        .encoderConfig(io.restassured.config.EncoderConfig.encoderConfig()
                                .encodeContentTypeAs(
                                        "application/x-www-form-urlencoded", io.restassured.http.ContentType.TEXT)))
                .body(HEADER + area(2053, "JAN", "Yuma Sector", "MEXICO", 5))
                .contentType("application/x-www-form-urlencoded")
                .post("/v1/releases")
                .then()
                .statusCode(201)
                .body("rows", equalTo(1));
    }

    @Test
    void codesThatNoFileHadBeforeAreNamed() {
        String id = imported(
                HEADER
                        + area(2054, "JAN", "Guam Field Office", "KIRIBATI", 5)
                        + area(2054, "FEB", "Yuma Sector", "MEXICO", 0),
                "2054-03");
        given().get("/v1/releases/" + id)
                .then()
                .body("newCodes.area", contains("guam-field-office"))
                .body("newCodes.citizenship", contains("KIR"))
                .body(check("new-codes") + ".outcome", equalTo("differs"))
                .body(check("new-codes") + ".count", equalTo(2))
                .body("rows", equalTo(2))
                .body("totals.encounters", equalTo(5));
        assertThat(Rows.text(dataSource, "select label from code where code = 'KIR'"))
                .isEqualTo("Kiribati");
    }

    @Test
    void aWithdrawnReleaseStaysReadableAndItsTwinTakesItsPlace() {
        String file = HEADER + area(2055, "JAN", "Yuma Sector", "MEXICO", 5);
        String id = imported(file, "2055-02");
        String reason = "The wrong month was uploaded";
        withdraw(id, reason).statusCode(200).body("withdrawal.reason", equalTo(reason));
        given().get("/v1/releases/" + id).then().statusCode(200).body("withdrawal.reason", equalTo(reason));
        assertThat(catalog.snapshot().find(id).orElseThrow().withdrawal()).isPresent();

        String twin = imported(file, "2055-02");
        assertThat(twin).isEqualTo(id + "-2");
        given().get("/v1/releases/" + twin).then().body("withdrawal", nullValue());
        given().get("/v1/releases?kind=encounters-by-area&limit=200")
                .then()
                .statusCode(200)
                .body("items.id", hasItem(id))
                .body("items.id", hasItem(twin));

        withdraw(id, "again")
                .statusCode(409)
                .contentType("application/problem+json")
                .body("detail", containsString(reason));
        withdraw(twin, " ").statusCode(400).body("violations[0].field", equalTo("reason"));
        withdraw("encounters-by-area-1999-01-00000000", "none").statusCode(404);
        asPublisher().delete("/v1/releases/" + twin).then().statusCode(405);
    }

    @Test
    void aStateFileOfTheSameCellsReconcilesAndOneChangedCellIsNamed() {
        String area = HEADER
                + area(2056, "JAN", "Yuma Sector", "MEXICO", 5)
                + area(2056, "JAN", "El Paso Sector", "MEXICO", 7)
                + area(2056, "JAN", "Yuma Sector", "CUBA", 0)
                + area(2056, "FEB", "Yuma Sector", "\"CHINA, PEOPLES REPUBLIC OF\"", 11);
        imported(area, "2056-03");
        String right = imported(
                STATE_HEADER
                        + state(2056, "JAN", "AZ", "MEXICO", 5)
                        + state(2056, "JAN", "TX", "MEXICO", 7)
                        + state(2056, "FEB", "AZ", "\"CHINA, PEOPLES REPUBLIC OF\"", 11),
                "2056-03");
        given().get("/v1/releases/" + right)
                .then()
                .body(check("area-against-state") + ".outcome", equalTo("passed"))
                .body(check("area-against-state") + ".against", startsWith("encounters-by-area-2056-03-"));

        String wrong = imported(
                STATE_HEADER
                        + state(2056, "JAN", "AZ", "MEXICO", 5)
                        + state(2056, "JAN", "TX", "MEXICO", 7)
                        + state(2056, "FEB", "AZ", "\"CHINA, PEOPLES REPUBLIC OF\"", 12),
                "2056-03");
        given().get("/v1/releases/" + wrong)
                .then()
                .body(check("area-against-state") + ".outcome", equalTo("differs"))
                .body(check("area-against-state") + ".count", equalTo(1))
                .body(check("area-against-state") + ".findings[0].month", equalTo("2056-02"))
                .body(check("area-against-state") + ".findings[0].key.citizenship", equalTo("CHN"))
                .body(check("area-against-state") + ".findings[0].value", equalTo(12))
                .body(check("area-against-state") + ".findings[0].other", equalTo(11));
    }

    @Test
    void monthsAndTotalsAreComparedWithTheNewestEarlierRelease() {
        imported(
                HEADER
                        + area(2057, "JAN", "Yuma Sector", "MEXICO", 5)
                        + area(2057, "FEB", "Yuma Sector", "MEXICO", 6)
                        + area(2057, "APR", "Yuma Sector", "MEXICO", 7),
                "2057-05");
        String id = imported(
                HEADER + area(2057, "FEB", "Yuma Sector", "MEXICO", 8) + area(2057, "MAY", "Yuma Sector", "MEXICO", 9),
                "2057-06");
        given().get("/v1/releases/" + id)
                .then()
                .body(check("vanished-months") + ".findings.month", contains("2057-04"))
                .body(check("month-gaps") + ".findings.month", contains("2057-03", "2057-04"))
                .body(check("totals-against-earlier") + ".count", equalTo(1))
                .body(check("totals-against-earlier") + ".findings[0].month", equalTo("2057-02"))
                .body(check("totals-against-earlier") + ".findings[0].value", equalTo(8))
                .body(check("totals-against-earlier") + ".findings[0].other", equalTo(6));
    }

    @Test
    void changesListRevisedNewAndVanishedCellsPageByPage() {
        String before = imported(
                HEADER
                        + area(2058, "JAN", "Yuma Sector", "MEXICO", 5)
                        + area(2058, "JAN", "Yuma Sector", "CUBA", 6)
                        + area(2058, "FEB", "Yuma Sector", "MEXICO", 7)
                        + area(2058, "FEB", "Yuma Sector", "PERU", 0),
                "2058-03");
        String after = imported(
                HEADER
                        + area(2058, "JAN", "Yuma Sector", "MEXICO", 8)
                        + area(2058, "FEB", "Yuma Sector", "MEXICO", 7)
                        + area(2058, "FEB", "El Paso Sector", "HAITI", 9)
                        + area(2058, "MAR", "Yuma Sector", "MEXICO", 1),
                "2058-04");
        String changes = "/v1/releases/" + after + "/changes?since=" + before;
        String next = given().get(changes + "&limit=2")
                .then()
                .statusCode(200)
                .body("total", equalTo(3))
                .body("newMonths", contains("2058-03"))
                .body("monthsCompared", equalTo(2))
                .body("items.key.citizenship", contains("CUB", "MEX"))
                .body("items.change", contains("vanished", "revised"))
                .body("items[0].before.encounters", equalTo(6))
                .body("items[0].after", nullValue())
                .body("items[1].before.encounters", equalTo(5))
                .body("items[1].after.encounters", equalTo(8))
                .extract()
                .path("next");
        given().get(changes + "&limit=2&cursor=" + next)
                .then()
                .body("total", equalTo(3))
                .body("items.change", contains("new"))
                .body("items[0].key.area", equalTo("el-paso-sector"))
                .body("items[0].after.encounters", equalTo(9))
                .body("next", nullValue());
        given().get(changes + "&citizenship=!MEX&to=2058-01").then().body("items.key.citizenship", contains("CUB"));
        given().get("/v1/releases/" + before + "/changes?since=" + after + "&citizenship=CUB")
                .then()
                .body("items.change", contains("new"));
    }

    @Test
    void noiseInTheLastDigitsOfAWeightIsNoChange() {
        String before = imported(
                DRUG_HEADER
                        + drug("JAN", "Heroin", 1, "0.3306933930001")
                        + drug("JAN", "Cocaine", 1, "2.5")
                        + drug("JAN", "Fentanyl", 3, "1.0"),
                "2059-02");
        String after = imported(
                DRUG_HEADER
                        + drug("JAN", "Heroin", 1, "0.3306933930002")
                        + drug("JAN", "Cocaine", 1, "2.500000002")
                        + drug("JAN", "Fentanyl", 4, "1.0"),
                "2059-03");
        given().get("/v1/releases/" + after + "/changes?since=" + before)
                .then()
                .body("items.key.drug", contains("cocaine", "fentanyl"))
                .body("items[1].before.events", equalTo(3))
                .body("items[1].after.events", equalTo(4));
    }

    @Test
    void aReleaseIsComparedWithFirstPrintsInWhatBothResolve() {
        String id = imported(
                HEADER
                        + area(2024, "NOV", "Yuma Sector", "MEXICO", 242399)
                        + area(2024, "OCT", "Yuma Sector", "MEXICO", 240986),
                "2023-12-28");
        String print = given().get("/v1/releases?kind=encounters-first-prints")
                .then()
                .extract()
                .path("items.find { it.publishedOn == '2023-12-22' }.id");
        given().get("/v1/releases/" + id + "/changes?since=" + print)
                .then()
                .statusCode(200)
                .body("dimensions", contains("region"))
                .body("total", equalTo(1))
                .body("items[0].month", equalTo("2023-11"))
                .body("items[0].before.encounters", equalTo(242418))
                .body("items[0].after.encounters", equalTo(242399));
        withdraw(id, "a test's own numbers").statusCode(200);
    }

    @Test
    void wrongQuestionsAboutChangesAreRefusedWithWhatIsRight() {
        String totals =
                given().get("/v1/releases?kind=encounters-monthly-totals").path("items[0].id");
        String changes = "/v1/releases/" + totals + "/changes";
        given().get(changes).then().statusCode(400).body("violations[0].field", equalTo("since"));
        given().get(changes + "?since=nothing").then().statusCode(400).body("detail", containsString("nothing"));
        given().get(changes + "?since=" + totals + "&area=yuma-sector")
                .then()
                .statusCode(400)
                .body("detail", equalTo("area: is not resolved by both releases; they share region, component"));
        given().get(changes + "?since=" + totals + "&region=south").then().statusCode(400);
        given().get(changes + "?since=" + totals + "&colour=red")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("colour"));
        given().get(changes + "?since=" + totals + "&cursor=abc").then().statusCode(400);
        given().get(changes + "?since=" + totals + "&limit=0").then().statusCode(400);
        given().get("/v1/releases/none/changes?since=" + totals).then().statusCode(404);
    }

    @Test
    void theListIsPagedAndRevalidated() {
        ValidatableResponse first =
                given().get("/v1/releases?limit=2").then().statusCode(200).body("items", hasSize(2));
        String next = first.extract().path("next");
        first.header("Link", endsWith("rel=\"next\""));
        given().get("/v1/releases?limit=2&cursor=" + next).then().body("items.id", not(hasItem((String)
                first.extract().path("items[0].id"))));
        given().header("If-None-Match", first.extract().header("ETag"))
                .get("/v1/releases?limit=2")
                .then()
                .statusCode(304);
        given().get("/v1/releases?kind=everything")
                .then()
                .statusCode(400)
                .body("detail", containsString("drug-seizures"));
        given().get("/v1/releases/nothing").then().statusCode(404).contentType("application/problem+json");
    }

    @Test
    void theSameFileSentTwiceAtOnceIsOneRelease() {
        byte[] file = generated(new GeneratedFile(Format.BY_AREA, 1, 2060, 1, 5000));
        List<CompletableFuture<ValidatableResponse>> answers = Stream.generate(
                        () -> CompletableFuture.supplyAsync(() -> post(file, "2060-10")))
                .limit(4)
                .toList();
        List<Integer> statuses = answers.stream()
                .map(answer -> answer.join().extract().statusCode())
                .sorted()
                .toList();
        assertThat(statuses).containsExactly(200, 200, 200, 201);
        assertThat(answers.stream()
                        .map(answer -> (String) answer.join().extract().path("id")))
                .containsOnly((String) answers.get(0).join().extract().path("id"));
    }

    @Test
    void differentFilesSentAtOnceAreAllKept() {
        List<CompletableFuture<ValidatableResponse>> answers = Stream.of(
                        Format.BY_AREA, Format.BY_STATE, Format.DRUGS_SEIZED)
                .map(format -> generated(new GeneratedFile(format, 2, 2061, 1, 1000)))
                .map(file -> CompletableFuture.supplyAsync(() -> post(file, "2061-10")))
                .toList();
        answers.forEach(answer -> answer.join().statusCode(201).body("rows", equalTo(1000)));
    }

    @ParameterizedTest
    @EnumSource
    void anImportLeavesTheCubeThatTheDatabaseWouldGive(Format format) {
        String id = post(generated(new GeneratedFile(format, 5, 2068, 1, 3000)), "2068-10")
                .statusCode(201)
                .extract()
                .path("id");
        Release release = catalog.snapshot().find(id).orElseThrow();
        Codes codes = catalog.snapshot().codes().get(release.kind().dataset());
        assertThat(cubes.loaded(release).orElseThrow())
                .usingRecursiveComparison()
                .isEqualTo(new Cubes(dataSource, Long.MAX_VALUE).get(release, codes));
    }

    @Test
    void anImportThatNobodyWaitsForCanBeFollowed() {
        byte[] file = generated(new GeneratedFile(Format.BY_AREA, 3, 2062, 1, 20_000));
        String job = async(file)
                .statusCode(202)
                .header("Preference-Applied", equalTo("respond-async"))
                .body("bytesTotal", equalTo(file.length))
                .extract()
                .header("Location");
        Map<String, Object> done = await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> asPublisher()
                                .get(job)
                                .then()
                                .statusCode(200)
                                .extract()
                                .<Map<String, Object>>path("$"),
                        state -> !"running".equals(state.get("state")));
        assertThat(done)
                .containsEntry("state", "succeeded")
                .containsEntry("phase", "done")
                .containsEntry("rowsRead", 20_000)
                .containsEntry("bytesRead", file.length)
                .containsEntry("created", true);
        given().get("/v1/releases/" + done.get("releaseId")).then().body("rows", equalTo(20_000));
    }

    @Test
    void anImportThatNobodyWaitsForFailsWithTheSameProblem() {
        String job = async((HEADER + area(2063, "SEPT", "Yuma Sector", "MEXICO", 1)).getBytes(UTF_8))
                .statusCode(202)
                .extract()
                .header("Location");
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> asPublisher().get(job).then().body("state", equalTo("failed")));
        asPublisher()
                .get(job)
                .then()
                .body("problem.status", equalTo(422))
                .body("problem.lines[0].value", equalTo("SEPT"));
        asPublisher()
                .get("/v1/imports/7b0f7b5e-0000-4000-8000-000000000000")
                .then()
                .statusCode(404);
        asPublisher().get("/v1/imports/x").then().statusCode(404);
    }

    @Test
    void importsThatNobodyWaitedForAreListedTheLatestFirst() {
        String template = "insert into import_job (id, state, phase, bytes_total, started_at, seen_at, file_name)"
                + " select gen_random_uuid(), 'RUNNING', 'READING', 10, t, t, 'n' || row_number() over (order by t desc)"
                + " from generate_series(timestamptz '2070-01-01', '2070-01-04', '1 day') t returning id";
        Rows.text(dataSource, template);
        List<String> names = new ArrayList<>();
        String next = "/v1/imports?limit=1";
        for (int page = 0; page < 3; page++) {
            ValidatableResponse answer = asPublisher().get(next).then().statusCode(200);
            answer.body("items", hasSize(1))
                    .body("items[0].state", equalTo("running"))
                    .header("Cache-Control", "no-store")
                    .header("Link", containsString("rel=\"next\""));
            names.add(answer.extract().path("items[0].fileName"));
            next = "/v1/imports?limit=1&cursor=" + answer.extract().path("next");
        }
        assertThat(names).containsExactly("n1", "n2", "n3");
        long total = Rows.number(dataSource, "select count(*) from import_job").longValueExact();
        asPublisher().get("/v1/imports").then().body("total", equalTo((int) total));
        asPublisher()
                .get("/v1/imports?cursor=eA")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("cursor"));
        given().get("/v1/imports").then().statusCode(401);
    }

    @Test
    void aJobOfLongAgoIsDeletedWhenAnotherStarts() {
        String old = job("31 days");
        String recent = job("29 days");
        async((HEADER + area(2069, "JAN", "Yuma Sector", "MEXICO", 1)).getBytes(UTF_8))
                .statusCode(202);
        asPublisher().get("/v1/imports/" + old).then().statusCode(404);
        asPublisher().get("/v1/imports/" + recent).then().statusCode(200);
    }

    private String job(String silentFor) {
        return Rows.text(
                dataSource,
                "insert into import_job (id, state, phase, bytes_total, started_at, seen_at) values (gen_random_uuid(),"
                        + " 'RUNNING', 'READING', 10, now() - interval '1 year', now() - interval '" + silentFor
                        + "') returning id");
    }

    @Test
    void aJobWhoseProcessFellSilentHasFailed() {
        String id = job("6 seconds");
        asPublisher()
                .get("/v1/imports/" + id)
                .then()
                .statusCode(200)
                .body("state", equalTo("failed"))
                .body("problem.status", equalTo(503))
                .body("problem.detail", containsString("stopped during this import"));
        asPublisher().get("/v1/imports").then().body("items.find { it.id == '" + id + "' }.state", equalTo("failed"));
    }

    @Test
    void onlyPublishersImportAndWithdraw() {
        String totals =
                given().get("/v1/releases?kind=encounters-monthly-totals").path("items[0].id");
        given().contentType("text/csv").body("x").post("/v1/releases").then().statusCode(401);
        given().contentType("application/json")
                .body(Map.of("reason", "mischief"))
                .post("/v1/releases/" + totals + "/withdrawal")
                .then()
                .statusCode(401);
        given().auth()
                .oauth2(Tokens.of("figures-editor"))
                .contentType("application/json")
                .body(Map.of("reason", "mischief"))
                .post("/v1/releases/" + totals + "/withdrawal")
                .then()
                .statusCode(403)
                .contentType("application/problem+json");
        given().get("/v1/releases/" + totals).then().body("withdrawal", nullValue());
    }

    private static String area(int year, String month, String area, String citizenship, int count) {
        return year + ",FYTD," + month + ",U.S. Border Patrol,Southwest Land Border," + area + ",X,Single Adults,"
                + citizenship + ",Title 8,Apprehensions," + count + "\r\n";
    }

    private static String state(int year, String month, String state, String citizenship, int count) {
        return year + ",FYTD," + month + ",Southwest Land Border," + state + ",Single Adults," + citizenship
                + ",Title 8," + count + "\r\n";
    }

    private static String drug(String month, String drug, int events, String pounds) {
        return "2059," + month + ",U.S. Border Patrol,Southwest Border,Land Only,YUMA SECTOR," + drug + "," + events
                + "," + pounds + "\r\n";
    }

    private static String check(String name) {
        return "checks.find { it.check == '" + name + "' }";
    }

    private static String imported(String file, String publishedOn) {
        return post(file.getBytes(UTF_8), publishedOn).statusCode(201).extract().path("id");
    }

    private static ValidatableResponse post(byte[] file, String publishedOn) {
        return request(file)
                .queryParam("publishedOn", publishedOn)
                .post("/v1/releases")
                .then();
    }

    private static ValidatableResponse async(byte[] file) {
        return request(file)
                .header("Prefer", "respond-async")
                .post("/v1/releases")
                .then();
    }

    private static RequestSpecification request(byte[] file) {
        return asPublisher().contentType("application/octet-stream").body(file);
    }

    private static ValidatableResponse withdraw(String id, String reason) {
        return asPublisher()
                .contentType("application/json")
                .body(Map.of("reason", reason))
                .post("/v1/releases/" + id + "/withdrawal")
                .then();
    }

    private static byte[] generated(GeneratedFile file) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            file.writeTo(out);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] packed(String text) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(text.getBytes(UTF_8));
        }
        return out.toByteArray();
    }

    private String sha256(String text) {
        return Rows.text(dataSource, "select encode(sha256(convert_to(?, 'UTF8')), 'hex')", text);
    }
}
